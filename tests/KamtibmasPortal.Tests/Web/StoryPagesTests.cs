using System.Net;
using System.Text.Json;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A story on its page, in the API, on lists, on the pages of its articles and in the redaksi.</summary>
public sealed class StoryPagesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_who_copied_whom_and_what_differs()
    {
        var (first, copy, own) = await StoreStoryAsync("kios", "Sumberejo", "Grobogan");
        var story = await StoryOfAsync(first);

        var page = WebUtility.HtmlDecode(await portal.TextAsync($"/peristiwa/{story}"));

        Assert.Contains("3 media, 2 laporan mandiri", page, StringComparison.Ordinal);
        Assert.Contains("Memuat ulang teks yang sama", page, StringComparison.Ordinal);
        Assert.Contains("Jumlah orang terluka", page, StringComparison.Ordinal);
        Assert.Contains("dua orang terluka", page, StringComparison.Ordinal);
        Assert.Contains("Empat orang", page, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(await portal.TextAsync($"/api/v1/stories/{story}"));
        var json = answer.RootElement;
        Assert.Equal((3, 3, 2), (json.GetProperty("total").GetInt32(), json.GetProperty("publishers").GetInt32(), json.GetProperty("reports").GetInt32()));
        var articles = json.GetProperty("articles").EnumerateArray().ToDictionary(a => a.GetProperty("article").GetProperty("id").GetGuid());
        Assert.Equal(("reprint", first), (articles[copy].GetProperty("relation").GetString(), articles[copy].GetProperty("copyOf").GetGuid()));
        Assert.Equal(("independent", JsonValueKind.Null), (articles[own].GetProperty("relation").GetString(), articles[own].GetProperty("copyOf").ValueKind));
        Assert.Equal("luka", json.GetProperty("disagreements")[0].GetProperty("about").GetString());
        using var article = JsonDocument.Parse(await portal.TextAsync($"/api/v1/articles/{copy}"));
        Assert.Equal(story, article.RootElement.GetProperty("storyId").GetGuid());
    }

    [Fact]
    public async Task Lists_show_it_once_and_its_articles_lead_to_one_another()
    {
        var (first, copy, own) = await StoreStoryAsync("gudang", "Banjarsari", "Blora");
        var story = await StoryOfAsync(first);

        var list = await portal.TextAsync("/topik/bencana");
        Assert.Equal(1, new[] { first, copy, own }.Count(id => list.Contains(id.ToString(), StringComparison.Ordinal)));
        Assert.Contains($"/peristiwa/{story}", list, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await portal.TextAsync($"/artikel/{first}"));
        Assert.Contains("Berita terkait", page, StringComparison.Ordinal);
        Assert.All(new[] { copy, own }, id => Assert.Contains($"/artikel/{id}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_editor_splits_and_merges_and_addresses_follow()
    {
        var (first, copy, own) = await StoreStoryAsync("lumbung", "Karangasem", "Demak");
        var story = await StoryOfAsync(first);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var address = $"/redaksi/peristiwa/{story}";

        using (var split = await editor.SendAsync(address, address, ("act", "Split"), ("articles", own.ToString())))
        {
            Assert.Equal($"{address}?hasil=selesai", split.Headers.Location!.OriginalString);
        }

        var apart = await StoryOfAsync(own);
        Assert.NotEqual(story, apart);
        Assert.Contains("ditetapkan redaksi", await editor.PageAsync(address), StringComparison.Ordinal);
        using (var merged = await editor.SendAsync(address, address, ("act", "Merge"), ("target", $"https://portal.test/peristiwa/{apart}")))
        {
            Assert.Equal($"{address}?hasil=selesai", merged.Headers.Location!.OriginalString);
        }

        using var moved = await portal.Client.GetAsync($"/peristiwa/{apart}", Stop);
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"/peristiwa/{story}"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        using var movedJson = await portal.Client.GetAsync($"/api/v1/stories/{apart}", Stop);
        Assert.EndsWith($"/api/v1/stories/{story}", movedJson.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using (var nowhere = await editor.SendAsync(address, address, ("act", "Move"), ("articles", copy.ToString()), ("target", "bukan alamat")))
        {
            Assert.EndsWith("hasil=tiada", nowhere.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Contributors_look_and_strangers_do_not()
    {
        var (first, _, _) = await StoreStoryAsync("bengkel", "Mulyoharjo", "Rembang");
        var address = $"/redaksi/peristiwa/{await StoryOfAsync(first)}";
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);

        Assert.DoesNotContain("name=\"act\"", await contributor.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains("/redaksi/peristiwa/", await contributor.PageAsync($"/redaksi/artikel/{first}"), StringComparison.Ordinal);
        using var refused = await contributor.SendAsync(address, address, ("act", "Split"), ("articles", first.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var stranger = await portal.Client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
    }

    [Fact]
    public async Task A_date_that_others_contradict_is_told_to_editors_alone()
    {
        var (first, _, _) = await StoreStoryAsync("pabrik", "Wonorejo", "Kudus", wrongDay: true);
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);

        var page = WebUtility.HtmlDecode(await contributor.PageAsync("/redaksi/peristiwa"));

        Assert.Contains("Menyebut 2 April 2025, sedangkan yang lain 9 April 2025.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Menyebut 2 April", await portal.TextAsync($"/peristiwa/{await StoryOfAsync(first)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_nothing_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/peristiwa/{Guid.NewGuid()}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/api/v1/stories/{Guid.NewGuid()}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync("/api/v1/stories/bukan-id", Stop)).StatusCode);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Client.GetAsync($"/redaksi/peristiwa/{Guid.NewGuid()}", Stop)).StatusCode);
    }

    /// <summary>A release on a flood, its reprint, and a report in other words; each test has a regency of its own.</summary>
    private async Task<(Guid First, Guid Copy, Guid Own)> StoreStoryAsync(string what, string village, string regency, bool wrongDay = false)
    {
        var release = $"Banjir Rendam {what} Beras di {village}\n\n{regency.ToUpperInvariant()} – Banjir akibat tanggul Sungai Lusi jebol merendam {what} beras milik Suparman di Desa {village}, Kabupaten {regency}, Rabu (9/4/2025) malam. Sebanyak dua orang terluka terkena pecahan kaca.\n\nKepala BPBD Kabupaten {regency} Endang Wartini mengatakan ketinggian air mencapai 120 sentimeter dan 40 karung beras rusak.\n\n\"Perahu karet kami kirim pukul 21.00 dan semua pekerja {what} {village} sudah dijemput,\" kata Endang.";
        var reprint = release.Replace($"Banjir Rendam {what} Beras di {village}", $"Tanggul Lusi Jebol, {what} {village} Terendam", StringComparison.Ordinal);
        if (wrongDay)
        {
            reprint = reprint.Replace("Rabu (9/4/2025)", "Rabu (2/4/2025)", StringComparison.Ordinal);
        }

        var own = $"Beras Suparman Hanyut, Pekerja {what} {village} Menunggu di Atap\n\nLampu padam ketika air dari tanggul Lusi masuk ke {what} milik Suparman di {village}, Kabupaten {regency}, Rabu (9/4/2025) malam. Pekerja naik ke atap dan menunggu perahu karet BPBD.\n\nEmpat orang terluka kena kaca, kata bidan desa yang merawat mereka. Puluhan karung beras hanyut ke sawah Desa {village}.";
        return (
            await portal.StoreAsync($"{what}-humas", release, Trust.Publish, Display.FullText),
            await portal.StoreAsync($"{what}-warta", reprint, Trust.Publish, Display.FullText),
            await portal.StoreAsync($"{what}-harian", own, Trust.Publish, Display.Excerpt));
    }

    private async Task<Guid> StoryOfAsync(Guid article)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PortalDbContext>().StoryEntries.Where(e => e.ArticleId == article).Select(e => e.StoryId).SingleAsync(Stop))!.Value;
    }
}
