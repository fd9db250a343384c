using System.Reflection;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What is not published is nowhere to be seen.</summary>
public sealed class PublicViewTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageProvider.Sqlite, ReviewState.Pending)]
    [InlineData(StorageProvider.Sqlite, ReviewState.Rejected)]
    [InlineData(StorageProvider.Sqlite, ReviewState.Withdrawn)]
    [InlineData(StorageProvider.Postgres, ReviewState.Pending)]
    [InlineData(StorageProvider.Postgres, ReviewState.Rejected)]
    [InlineData(StorageProvider.Postgres, ReviewState.Withdrawn)]
    public async Task An_article_that_is_not_published_leaves_no_trace_in_any_public_query(StorageProvider provider, ReviewState state)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Humas", "Humas Polres", Trust.Review);
        var saved = await store.SaveAsync(source, "a.txt", Written.Article("Rahasia", null, Written.Region("31.75"), Written.Agency("polsek-gedong"), Written.Topic("nataru")).On(2023, 12, 1)
            with
        { Agencies = [new Agency { Slug = "polsek-gedong", Kind = "polsek", Name = "Polsek Gedong", ParentSlug = "polres-metro-jakarta-timur", IsAssumed = true }] });
        var id = saved.ArticleId!.Value;
        Assert.Equal((ItemOutcome.Stored, ReviewState.Pending), (saved.Outcome, await store.RowsAsync(db => db.Articles.Select(a => a.State).SingleAsync(Stop))));
        await store.RowsAsync(db => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.State, state).SetProperty(a => a.PinnedUntil, TestStore.Start.UtcDateTime.AddDays(1)), Stop));
        await using var scope = store.Scope();
        var articles = (ArticleQueries)scope.ServiceProvider.GetService(typeof(ArticleQueries))!;
        var catalog = (CatalogQueries)scope.ServiceProvider.GetService(typeof(CatalogQueries))!;

        Assert.Empty(await articles.Published().ToListAsync(Stop));
        Assert.Empty(await articles.Published(new ArticleFilter()).ToListAsync(Stop));
        Assert.Empty((await articles.PageAsync(new(), ArticleSort.Newest, 10, null, Stop)).Items);
        Assert.Empty((await articles.PageAsync(new() { Regions = ["31"] }, ArticleSort.Oldest, 10, null, Stop)).Items);
        Assert.Equal(0, await articles.CountAsync(new(), Stop));
        Assert.Null(await articles.FindAsync(id, Stop));
        Assert.Empty(await catalog.CountsAsync(TagKind.Region, new(), Stop));
        Assert.Empty(await catalog.ChildCountsAsync(null, Stop));
        Assert.Empty(await catalog.ChildCountsAsync("31", Stop));
        Assert.Empty(await catalog.AgenciesAsync(Stop));
        Assert.Empty(await catalog.AgenciesUnderAsync("polres-metro-jakarta-timur", Stop));
        Assert.Null(await catalog.FindAgencyAsync("polsek-gedong", Stop));
        Assert.Empty(await catalog.CountsBySourceAsync(Stop));
        var lines = (LineQueries)scope.ServiceProvider.GetService(typeof(LineQueries))!;
        Assert.Empty(await lines.PinnedAsync(DateTime.MinValue, 10, Stop));
        Assert.Empty((await lines.NewestAsync(10, Stop)).Items);
        Assert.Empty((await lines.PageAsync(new() { Regions = ["31"] }, 10, null, Stop)).Items);
        Assert.Empty(await lines.HeldAsync(new() { Topics = ["nataru"] }, 10, Stop));
        var story = Guid.NewGuid();
        await store.RowsAsync(db => db.StoryEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.StoryId, story), Stop));
        Assert.Empty(await lines.RelatedAsync(Guid.NewGuid(), story, 10, Stop));
        var facets = await catalog.FacetsAsync(new(), Stop);
        Assert.Equal(0, facets.Regions.Count + facets.Agencies.Count + facets.Topics.Count + facets.Publishers.Count + facets.Months.Count);

        // The editors see it, and only what waits is in their queue.
        var waits = state is ReviewState.Pending;
        Assert.Equal(id, (await articles.FindForEditorAsync(id, Stop))!.Article.Id);
        var queue = (QueueQueries)scope.ServiceProvider.GetService(typeof(QueueQueries))!;
        Assert.Equal(waits ? [id] : [], (await queue.PageAsync(new(), 10, null, Stop)).Items.Select(i => i.Card.Id));
        Assert.Equal(waits ? 1 : 0, await queue.CountAsync(new(), Stop));
        Assert.Equal([id], (await articles.DeskCardsAsync([id], Stop)).Select(c => c.Id));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_published_article_is_in_every_public_query(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Humas", "Humas Polres", Trust.Publish);
        var id = (await store.SaveAsync(source, "a.txt", Written.Article("Terbit", null, Written.Region("31.75"), Written.Agency("polsek-gedong"), Written.Topic("nataru")).On(2023, 12, 1)
            with
        { Agencies = [new Agency { Slug = "polsek-gedong", Kind = "polsek", Name = "Polsek Gedong", ParentSlug = "polres-metro-jakarta-timur", IsAssumed = true }] })).ArticleId!.Value;
        await using var scope = store.Scope();
        var articles = (ArticleQueries)scope.ServiceProvider.GetService(typeof(ArticleQueries))!;
        var catalog = (CatalogQueries)scope.ServiceProvider.GetService(typeof(CatalogQueries))!;

        Assert.Equal(id, (await articles.FindAsync(id, Stop))!.Article.Id);
        var lines = (LineQueries)scope.ServiceProvider.GetService(typeof(LineQueries))!;
        var line = Assert.Single((await lines.NewestAsync(10, Stop)).Items);
        Assert.Equal(new ArticleLine
        {
            Id = id,
            Title = "Terbit",
            Summary = (await articles.FindAsync(id, Stop))!.Article.Summary,
            Publisher = "Humas Polres",
            IsSample = false,
            PublishedAt = new DateTime(2023, 11, 30, 17, 0, 0, DateTimeKind.Utc),
            PublishedPrecision = DatePrecision.Day,
            PublishedDay = new DateOnly(2023, 12, 1),
            ZoneMinutes = 420,
            RankedAt = new DateTime(2023, 11, 30, 17, 0, 0, DateTimeKind.Utc),
        }, line with { Topic = null, Region = null });
        Assert.Equal([line], (await lines.PageAsync(new() { Regions = ["31"] }, 10, null, Stop)).Items);
        Assert.Equal([line], await lines.HeldAsync(new() { Topics = ["nataru"] }, 10, Stop));
        Assert.Equal("31=1", string.Join(' ', (await catalog.ChildCountsAsync(null, Stop)).Select(c => $"{c.Key}={c.Value}")));
        Assert.Equal("31.75=1", string.Join(' ', (await catalog.ChildCountsAsync("31", Stop)).Select(c => $"{c.Key}={c.Value}")));
        Assert.Equal(["polsek-gedong"], (await catalog.AgenciesAsync(Stop)).Select(a => a.Slug));
        Assert.Equal(["polsek-gedong"], (await catalog.AgenciesUnderAsync("polres-metro-jakarta-timur", Stop)).Select(a => a.Slug));
        Assert.Equal("Polsek Gedong", (await catalog.FindAgencyAsync("polsek-gedong", Stop))!.Name);
        Assert.Equal(1, (await catalog.CountsBySourceAsync(Stop))[source.Id]);
        Assert.Equal(0, await ((QueueQueries)scope.ServiceProvider.GetService(typeof(QueueQueries))!).CountAsync(new(), Stop));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_sensitive_article_waits_even_from_a_trusted_source(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres", Trust.Publish);

        await store.SaveAsync(source, "a.txt", Written.Article("Anak") with { Sensitive = true });

        Assert.Equal(ReviewState.Pending, await store.RowsAsync(db => db.Articles.Select(a => a.State).SingleAsync(Stop)));
    }

    /// <summary>A new query must be added to the test above, or here to those that only editors may use.</summary>
    [Fact]
    public void Every_query_was_looked_at()
    {
        string[] editors = ["FindForEditorAsync", "DeskCardsAsync", "RefusedItemsAsync"];
        string[] withoutArticles = ["FindRegionAsync", "PathAsync", "ChildrenAsync", "LargeRegionsAsync", "RegionsAsync", "FindTopicAsync", "HasSourceAsync", "TopicsAsync", "SourcesAsync", "LastRunsAsync", "FindSourceAsync"];
        string[] tested = ["Published", "PageAsync", "CardsAsync", "NewestAsync", "HeldAsync", "PinnedAsync", "RelatedAsync", "CountAsync", "FindAsync", "CountsAsync", "ChildCountsAsync", "AgenciesAsync", "AgenciesUnderAsync", "FindAgencyAsync", "CountsBySourceAsync", "PulseBySourceAsync", "FacetsAsync"];

        var queries = new[] { typeof(ArticleQueries), typeof(LineQueries), typeof(CatalogQueries) }
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).Select(m => m.Name).Distinct(StringComparer.Ordinal);

        Assert.Equal(editors.Concat(withoutArticles).Concat(tested).Order(StringComparer.Ordinal), queries.Order(StringComparer.Ordinal));
    }
}
