using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Tests.Ingestion;
using KamtibmasPortal.Tests.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A story that may identify a child shows nowhere before an editor has read it: every route of the running portal is asked.</summary>
public sealed partial class SensitiveRoutesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Title = "Guru Ngaji Ditangkap atas Pencabulan Santri di Salatiga";
    private const string Marker = "Siswi SMP";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_absent_from_every_route_from_the_start()
    {
        var id = await portal.StoreAsync("peka-awal", $"{Title}\n\n{RetagTests.Sensitive}", Trust.Publish, Display.FullText);

        Assert.Equal(ReviewState.Pending, await StateAsync(id));
        await AssertAbsentAsync(id);
    }

    [Fact]
    public async Task It_is_absent_from_every_route_when_it_is_recognised_after_publication()
    {
        var id = await StoreUnrecognisedAsync();
        Assert.Contains(Title, await portal.TextAsync($"/api/v1/articles/{id}"), StringComparison.Ordinal);
        Assert.Contains(Title, await portal.TextAsync("/"), StringComparison.Ordinal);

        await portal.Services.GetRequiredService<RetagJob>().RunAsync(dryRun: false, _ => { }, _ => { }, Stop);

        Assert.Equal(ReviewState.Pending, await StateAsync(id));
        await AssertAbsentAsync(id);
    }

    [Fact]
    public async Task A_version_before_the_one_an_editor_let_pass_shows_nowhere()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var (db, store, tagger) = (scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<ArticleStore>(), scope.ServiceProvider.GetRequiredService<ArticleTagger>());
        var id = await portal.StoreAsync("peka-diralat", $"{Title}\n\n{RetagTests.Sensitive}", Trust.Publish, Display.FullText);
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Name == "peka-diralat", Stop);
        var mended = new ExtractedArticle { Title = "Polres Salatiga Tangani Satu Laporan Warga", Body = "SALATIGA - Polres Salatiga menangani satu laporan warga yang masuk pada Selasa (9/1/2024). Penyidik meminta masyarakat menunggu hasil pemeriksaan." };
        await store.SaveAsync(source, new ArticleOffer("peka-diralat"), tagger.Tag(mended), new SourceItem { SourceId = source.Id, Key = "peka-diralat" }, lease: null, Stop);
        var article = await db.Articles.SingleAsync(a => a.Id == id, Stop);
        Assert.True(article.TryPublish());
        await db.SaveChangesAsync(Stop);

        Assert.Contains("menangani satu laporan", await portal.TextAsync($"/artikel/{id}"), StringComparison.Ordinal);
        foreach (var address in new[] { $"/artikel/{id}", $"/artikel/{id}/riwayat", $"/api/v1/articles/{id}/revisions", $"/api/v1/articles/{id}" })
        {
            Assert.DoesNotContain(Marker, await portal.TextAsync(address), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/riwayat", await portal.TextAsync($"/artikel/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_through_no_story()
    {
        var hidden = await portal.StoreAsync("peka-peristiwa", $"{Title}\n\n{RetagTests.Sensitive}", Trust.Publish, Display.FullText);
        var shown = await StoreSiblingAsync("saudara-satu", "Polres Salatiga Tangkap ER");
        var other = await StoreSiblingAsync("saudara-dua", "ER Ditangkap di Salatiga");
        await using var scope = portal.Services.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetRequiredService<StoryRoom>();
        var story = await rooms.StoryOfAsync(hidden, Stop);
        Assert.NotNull(story);
        Assert.Equal(story, await rooms.StoryOfAsync(shown, Stop));

        foreach (var address in new[] { $"/peristiwa/{story}", $"/api/v1/stories/{story}", $"/artikel/{shown}", $"/artikel/{other}", $"/api/v1/articles/{shown}", "/", "/wilayah/33.73", "/topik/perlindungan-anak" })
        {
            var text = await portal.TextAsync(address);
            Assert.True(text.Contains("ER", StringComparison.Ordinal), address);
            Assert.False(text.Contains(Title, StringComparison.Ordinal) || text.Contains(hidden.ToString(), StringComparison.Ordinal) || text.Contains(Marker, StringComparison.OrdinalIgnoreCase) || text.Contains("peka-peristiwa", StringComparison.Ordinal), address);
        }

        await AssertAbsentAsync(hidden, story);
    }

    /// <summary>The same event in words that name no victim, as an older version of the rules let them through.</summary>
    private async Task<Guid> StoreSiblingAsync(string outlet, string title)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var source = new Source { Id = Guid.CreateVersion7(), Name = outlet, Kind = SourceKind.Folder, Address = "/nowhere", Publisher = "Penerbit " + outlet, Trust = Trust.Publish, Display = Display.FullText, IsPaused = true };
        db.Sources.Add(source);
        await db.SaveChangesAsync(Stop);
        var text = new ExtractedArticle { Title = title, Body = RetagTests.Sensitive.Replace("siswi SMP berusia 13 tahun", "seorang warga", StringComparison.Ordinal) };
        var tagged = new TaggedArticle(text, [Written.Region("33.73", main: true), Written.Topic("perlindungan-anak", main: true)], [], Sensitive: false);
        return (await scope.ServiceProvider.GetRequiredService<ArticleStore>().SaveAsync(source, new ArticleOffer(outlet), tagged, new SourceItem { SourceId = source.Id, Key = outlet }, lease: null, Stop)).ArticleId!.Value;
    }

    private async Task AssertAbsentAsync(Guid id, Guid? story = null)
    {
        var asked = 0;
        foreach (var route in portal.Endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsRead).Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal))
        {
            var address = "/" + Parameters().Replace(route, m => m.Groups["name"].Value switch
            {
                "id" when story is { } known && (route.StartsWith("peristiwa", StringComparison.Ordinal) || route.Contains("stories", StringComparison.Ordinal)) => known.ToString(),
                "id" => id.ToString(),
                "code" => "33.73",
                "slug" => route.StartsWith("instansi", StringComparison.Ordinal) || route.Contains("agencies", StringComparison.Ordinal) ? "polres-salatiga" : "perlindungan-anak",
                "status" => "404",
                "documentName" => "v1",
                _ => "x",
            });
            foreach (var query in new[] { "", "?facets=true&limit=100", "?topic=perlindungan-anak", "?region=33.73", "?cari=salatiga" })
            {
                var text = await portal.TextAsync(address + query);
                Assert.False(text.Contains(Title, StringComparison.Ordinal) || text.Contains(Marker, StringComparison.Ordinal), $"{address}{query} shows a sensitive article");
                asked++;
            }
        }

        Assert.True(asked > 60, $"Only {asked} addresses were asked.");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/artikel/{id}", Stop)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/artikel/{id}/riwayat", Stop)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/api/v1/articles/{id}", Stop)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/api/v1/articles/{id}/revisions", Stop)).StatusCode);
    }

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET");

    /// <summary>As an older version of the rules let it through.</summary>
    private async Task<Guid> StoreUnrecognisedAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var source = new Source { Id = Guid.CreateVersion7(), Name = "peka-lambat", Kind = SourceKind.Folder, Address = "/nowhere", Publisher = "Penerbit lambat", Trust = Trust.Publish, Display = Display.FullText, IsPaused = true };
        db.Sources.Add(source);
        await db.SaveChangesAsync(Stop);
        var text = new ExtractedArticle { Title = Title, Body = RetagTests.Sensitive };
        var tagged = new TaggedArticle(text, [Written.Region("33.73", main: true), Written.Topic("perlindungan-anak", main: true)], [], Sensitive: false);
        var result = await scope.ServiceProvider.GetRequiredService<ArticleStore>().SaveAsync(source, new ArticleOffer("a"), tagged, new SourceItem { SourceId = source.Id, Key = "a" }, lease: null, Stop);
        return result.ArticleId!.Value;
    }

    private async Task<ReviewState> StateAsync(Guid id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Articles.Where(a => a.Id == id).Select(a => a.State).SingleAsync(Stop);
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameters();
}
