using System.IO.Compression;
using System.Net;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

public sealed class KeepingPortal : RunningPortal
{
    protected override string[] MoreSettings => ["--Portal:KeepPages=true"];
}

/// <summary>Pages kept ready: the same bytes again, until something on them changes.</summary>
public sealed class PageCacheTests(KeepingPortal portal) : IClassFixture<KeepingPortal>
{
    private const string Singkawang =
        "Ronda Dermaga Gagalkan Pencurian Jaring\n\nSINGKAWANG - Personel Polres Singkawang bersama warga menggagalkan pencurian jaring di dermaga Kuala, Senin (6/5/2024). Dua orang diamankan berikut perahunya.\n\nKapolres mengimbau nelayan menitipkan kunci perahu kepada petugas jaga.";

    private const string Jember =
        "Warga Ledokombo Serahkan Senapan Rakitan\n\nJEMBER - Seorang warga Kecamatan Ledokombo, Kabupaten Jember, menyerahkan senapan rakitan kepada Polsek Ledokombo, Selasa (7/5/2024). Senapan itu ditemukan di kebun.\n\nKapolsek berterima kasih dan meminta warga lain berbuat sama.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/feed.xml")]
    [InlineData("/wilayah/61.72")]
    [InlineData("/topik/narkotika")]
    public async Task A_list_is_kept_for_who_is_not_signed_in_and_asks_for_its_first_page(string address)
    {
        await ReadAsync(address);

        Assert.True(await IsKeptAsync(address));
        Assert.False(await IsKeptAsync(address + "?lain=1"));
        Assert.False(await IsKeptAsync(address, ("Cookie", "redaksi=apa")));
    }

    [Theory]
    [InlineData("/arsip")]
    [InlineData("/redaksi/masuk")]
    [InlineData("/tidak-ada")]
    [InlineData("/api/v1/articles")]
    public async Task Other_pages_are_made_anew(string address)
    {
        await ReadAsync(address);

        Assert.False(await IsKeptAsync(address));
    }

    [Fact]
    public async Task Who_opened_a_form_reads_kept_pages_and_leaves_nothing_on_them()
    {
        var id = await portal.StoreAsync("formulir", Jember.Replace("Senapan", "Meriam", StringComparison.Ordinal), Trust.Publish, Display.Excerpt);
        using var visitor = portal.NewClient();
        using var form = await visitor.GetAsync($"/artikel/{id}/tanggapan", Stop);
        Assert.Contains(form.Headers.GetValues("Set-Cookie"), c => c.StartsWith("formulir=", StringComparison.Ordinal));

        // The first to ask for the page has the cookie, the next one has none: both get the same bytes, and no cookie with them.
        using var first = await visitor.GetAsync("/wilayah/35.09", Stop);
        Assert.Null(first.Headers.Age);
        using var other = portal.NewClient();
        using var second = await other.GetAsync("/wilayah/35.09", Stop);
        using var third = await visitor.GetAsync("/wilayah/35.09", Stop);

        Assert.NotNull(second.Headers.Age);
        Assert.NotNull(third.Headers.Age);
        Assert.All([first, second, third], r => Assert.False(r.Headers.Contains("Set-Cookie")));
        var page = await first.Content.ReadAsStringAsync(Stop);
        Assert.Equal([page, page], [await second.Content.ReadAsStringAsync(Stop), await third.Content.ReadAsStringAsync(Stop)]);
        Assert.DoesNotContain("__formulir", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reader_gets_a_kept_page_as_his_browser_reads_it()
    {
        await portal.StoreAsync("mampat", Singkawang.Replace("Jaring", "Jangkar", StringComparison.Ordinal), Trust.Publish, Display.Excerpt);
        var plain = await ReadAsync("/wilayah/61");
        foreach (var (asked, given) in new[] { ("gzip", "gzip"), ("br, gzip", "br"), ("gzip, deflate, br", "br"), ("br;q=0, gzip", "gzip"), ("identity", null), ("", null) })
        {
            for (var time = 0; time < 2; time++)
            {
                using var client = portal.NewClient();
                using var request = new HttpRequestMessage(HttpMethod.Get, "/wilayah/61");
                request.Headers.TryAddWithoutValidation("Accept-Encoding", asked);
                using var response = await client.SendAsync(request, Stop);

                Assert.Equal(given, response.Content.Headers.ContentEncoding.SingleOrDefault());
                Assert.Equal(plain, WebUtility.HtmlDecode(await UnpackAsync(response)));
                Assert.True(time == 0 || response.Headers.Age is not null, $"{asked} was not kept");
            }
        }
    }

    [Theory]
    [InlineData("redaksi")]
    [InlineData("langkah")]
    [InlineData("__Host-redaksi")]
    [InlineData("__Host-langkah")]
    public async Task Who_says_who_he_is_gets_his_own_page_and_it_is_not_kept(string cookie)
    {
        Assert.False(await IsKeptAsync("/topik/kejahatan-jalanan/feed.xml", ("Cookie", $"{cookie}=apa")));
        Assert.False(await IsKeptAsync("/topik/kejahatan-jalanan/feed.xml", ("Cookie", $"{cookie}=apa")));
        await ReadAsync("/topik/kejahatan-jalanan/feed.xml");
        Assert.True(await IsKeptAsync("/topik/kejahatan-jalanan/feed.xml"));
        Assert.False(await IsKeptAsync("/topik/kejahatan-jalanan/feed.xml", ("Cookie", $"{cookie}=apa")));
    }

    [Fact]
    public async Task A_new_article_appears_at_once_where_it_belongs_and_leaves_other_lists_alone()
    {
        await portal.StoreAsync("jember", Jember, Trust.Publish, Display.Excerpt);
        foreach (var address in new[] { "/", "/wilayah/61.72", "/wilayah/35.09", "/wilayah/61" })
        {
            await ReadAsync(address);
        }

        await portal.StoreAsync("singkawang", Singkawang, Trust.Publish, Display.Excerpt);

        Assert.True(await IsKeptAsync("/wilayah/35.09"));
        Assert.All(await Task.WhenAll(ReadAsync("/"), ReadAsync("/wilayah/61.72"), ReadAsync("/wilayah/61")), page => Assert.Contains("Ronda Dermaga", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_erased_is_gone_from_kept_pages_at_once()
    {
        var id = await portal.StoreAsync("hapus", Jember.Replace("Senapan Rakitan", "Granat Peninggalan Perang", StringComparison.Ordinal), Trust.Publish, Display.Excerpt);
        Assert.Contains("Granat", await ReadAsync("/wilayah/35.09"), StringComparison.Ordinal);

        await using var scope = portal.Services.CreateAsyncScope();
        var audit = new AuditEntry { Id = Guid.CreateVersion7(), At = TimeProvider.System.GetUtcNow().UtcDateTime, Editor = "a@b.test", Act = "article.erase", Subject = id.ToString() };
        Assert.True(await scope.ServiceProvider.GetRequiredService<ArticleStore>().EraseAsync(id, "uji", audit, Stop));

        Assert.DoesNotContain("Granat", await ReadAsync("/wilayah/35.09"), StringComparison.Ordinal);
        Assert.DoesNotContain("Granat", await ReadAsync("/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_that_changes_the_store_is_heard()
    {
        await ReadAsync("/topik/narkotika");
        Assert.True(await IsKeptAsync("/topik/narkotika"));
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        portal.Services.GetRequiredService<PublicChanges>().Listen(marks =>
        {
            if (marks.Contains("t:narkotika"))
            {
                told.TrySetResult();
            }
        });

        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.PublicChanges.Add(new PublicChange { At = TimeProvider.System.GetUtcNow().UtcDateTime, Marks = "t:narkotika" });
        await db.SaveChangesAsync(Stop);

        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        Assert.False(await IsKeptAsync("/topik/narkotika"));
    }

    [Fact]
    public async Task A_change_that_fails_tells_nobody()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var before = await db.PublicChanges.CountAsync(Stop);
        await using (var transaction = await db.Database.BeginTransactionAsync(Stop))
        {
            db.Touch("t:nataru");
            await transaction.RollbackAsync(Stop);
        }

        await using var next = await db.Database.BeginTransactionAsync(Stop);
        await next.CommitAsync(Stop);

        Assert.Equal(before, await db.PublicChanges.CountAsync(Stop));
    }

    /// <summary>As a visitor who was nowhere before: a cookie that another test's page gave would leave the page unkept.</summary>
    private async Task<string> ReadAsync(string address)
    {
        using var client = portal.NewClient();
        using var response = await client.GetAsync(address, Stop);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync(Stop);
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(Stop);
    }

    /// <summary>A kept page tells its age.</summary>
    private async Task<bool> IsKeptAsync(string address, params (string Name, string Value)[] headers)
    {
        using var client = portal.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, Stop);
        return response.Headers.Age is not null;
    }
}
