using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class ArticleQueriesTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A filter, and the keys that match it, counted by hand.</summary>
    public static readonly IReadOnlyList<(ArticleFilter Filter, string Keys)> Filters =
    [
        (new(), "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16"),
        (new() { Regions = ["31"] }, "01 02 03 05 06 10 11 12 13 16"),
        (new() { Regions = ["31.75"] }, "01 02 06 10 11 13 16"),
        (new() { Regions = ["31.75.05"] }, "02 06 13"),
        (new() { Regions = ["31.75.05.1001"] }, "02 13"),
        (new() { Regions = ["31.7"] }, "12"),
        (new() { Regions = ["61", "31.74"] }, "03 04 07 10 14 15"),
        (new() { Regions = ["99"] }, ""),
        (new() { Regions = ["31%"] }, ""),
        (new() { Agencies = ["bnn"] }, "03 06 08 14"),
        (new() { Agencies = ["BNN-Lain", "polda-metro-jaya"] }, "05 10"),
        (new() { Agencies = ["bnn-lain"] }, ""),
        (new() { Topics = ["nataru"] }, "01 03 04 06 14 15"),
        (new() { Topics = ["bencana", "unjuk-rasa"] }, "07 10 11 12"),
        (new() { Sources = ["Humas"] }, "01 02 03 04 05"),
        (new() { Sources = ["humas"] }, ""),
        (new() { Sources = ["Harian", "Élan"] }, "06 07 08 09 10 14 15 16"),
        (new() { Publishers = ["Humas Polres"] }, "01 02 03 04 05 11 12 13"),
        (new() { Publishers = ["élan"] }, "14 15 16"),
        (new() { From = new(2023, 12, 31) }, "04 06 07 08 10 13 14 15"),
        (new() { To = new(2023, 12, 1) }, "01 02 11 12"),
        (new() { From = new(2023, 12, 1), To = new(2023, 12, 31) }, "01 02 03 04 14"),
        (new() { From = new(2024, 1, 1), To = new(2024, 1, 1) }, "06 07"),
        (new() { From = new(2024, 1, 1), To = new(2023, 12, 31) }, ""),
        (new() { From = DateOnly.MinValue, To = DateOnly.MaxValue }, "01 02 03 04 06 07 08 10 11 12 13 14 15"),
        (new() { Regions = ["31"], Agencies = ["bnn"] }, "03 06"),
        (new() { Regions = ["31"], Agencies = ["bnn"], Topics = ["nataru"], Publishers = ["Harian Warga"] }, "06"),
        (new() { Regions = ["61.72"], Topics = ["nataru"], To = new(2023, 12, 31) }, "04 14"),
        (new() { Regions = ["31.75"], Sources = ["humas-lama", "Élan"], From = new(2022, 1, 1) }, "11 13"),
        (new() { Topics = ["nataru", "narkotika"], Sources = ["Harian"], From = new(2024, 1, 1), To = new(2024, 1, 31) }, "06 08"),
    ];

    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_filter_and_their_combinations_find_what_was_counted_by_hand(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SmallArchive.FillAsync(store);
        foreach (var (filter, keys) in Filters)
        {
            Assert.Equal(keys, string.Join(' ', SmallArchive.Articles.Where(a => a.Matches(filter)).Select(a => a.Key)));
            var expected = SmallArchive.Articles.Where(a => a.Matches(filter)).OrderByDescending(a => a.RankedAt).Select(a => a.RankedAt).ToList();

            var newest = await PageAsync(store, filter, ArticleSort.Newest, 100);
            var oldest = await PageAsync(store, filter, ArticleSort.Oldest, 100);

            Assert.Equal(keys, string.Join(' ', newest.Items.Select(c => c.Title[^2..]).Order(StringComparer.Ordinal)));
            Assert.Equal(expected, newest.Items.Select(c => c.RankedAt));
            Assert.Equal(newest.Items.Select(c => c.Id).Reverse(), oldest.Items.Select(c => c.Id));
            Assert.Equal(newest.Items.OrderByDescending(c => c.RankedAt).ThenByDescending(c => c.Id).Select(c => c.Id), newest.Items.Select(c => c.Id));
            Assert.Equal(expected.Count, await QueryAsync(store, q => q.CountAsync(filter, Stop)));
            Assert.Equal((null, null), (newest.NextCursor, oldest.NextCursor));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Facets_are_what_is_counted_by_hand(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SmallArchive.FillAsync(store);
        foreach (var (filter, _) in Filters)
        {
            var found = SmallArchive.Articles.Where(a => a.Matches(filter)).ToList();

            var facets = await store.UseAsync<CatalogQueries, ArticleFacets>(c => c.FacetsAsync(filter, Stop));

            Assert.Equal(Counted(found.SelectMany(a => a.AllRegions)), facets.Regions);
            Assert.Equal(Counted(found.SelectMany(a => a.Agencies)), facets.Agencies);
            Assert.Equal(Counted(found.SelectMany(a => a.Topics)), facets.Topics);
            Assert.Equal(Counted(found.Select(a => a.Publisher)), facets.Publishers);
            Assert.Equal(Counted(found.Select(a => a.Month)).OrderBy(m => m.Key, StringComparer.Ordinal), facets.Months);
            foreach (var (kind, counts) in new[] { (TagKind.Region, facets.Regions), (TagKind.Agency, facets.Agencies), (TagKind.Topic, facets.Topics) })
            {
                var byKey = await store.UseAsync<CatalogQueries, Dictionary<string, int>>(c => c.CountsAsync(kind, filter, Stop));
                Assert.Equal(counts.OrderBy(c => c.Key, StringComparer.Ordinal), byKey.Select(c => new KeyCount(c.Key, c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, ArticleSort.Newest)]
    [InlineData(StorageProvider.Sqlite, ArticleSort.Oldest)]
    [InlineData(StorageProvider.Postgres, ArticleSort.Newest)]
    [InlineData(StorageProvider.Postgres, ArticleSort.Oldest)]
    public async Task Turning_the_pages_shows_each_article_once_while_new_ones_arrive(StorageProvider provider, ArticleSort sort)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Humas", "Humas Polres");
        // Five on each day: pages end amid articles of one rank.
        for (var i = 0; i < 23; i++)
        {
            await store.SaveAsync(source, $"{i}", Written.Article($"Lama {i}").On(2023, 12, 1 + (i / 5)));
        }

        var there = await store.RowsAsync(db => db.Articles.Select(a => a.Id).ToListAsync(Stop));
        var seen = new List<Guid>();
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await PageAsync(store, new(), sort, 3, cursor);
            Assert.InRange(page.Items.Count, 1, 3);
            seen.AddRange(page.Items.Select(c => c.Id));
            cursor = page.NextCursor;
            pages++;

            // Before the page that was just read.
            await store.SaveAsync(source, $"new {pages}", Written.Article($"Baru {pages}").On(sort is ArticleSort.Newest ? 2024 : 2020, 1, 1));
        }
        while (cursor is not null);

        Assert.Equal(there.Order(), seen.Order());
        Assert.Equal(8, pages);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_cursor_that_no_page_gave_out_starts_at_the_beginning(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SmallArchive.FillAsync(store);
        var first = await PageAsync(store, new(), ArticleSort.Newest, 5);
        foreach (var garbage in (string[])["", " ", "x", "====", "../..", "MTIz", "\0", "é", new string('A', 81), new string('A', 80), "' OR 1=1 --", first.NextCursor![..^3], Base64("99999999999999999999.x"), Base64("-5.0"), Base64($"{long.MaxValue}.{Guid.Empty:N}")])
        {
            var page = await PageAsync(store, new(), ArticleSort.Newest, 5, garbage);

            Assert.Equal(first.Items.Select(c => c.Id), page.Items.Select(c => c.Id));
        }

        // Well formed and beyond both ends.
        Assert.Empty((await PageAsync(store, new(), ArticleSort.Newest, 5, new ArticleCursor(DateTime.MinValue, Guid.Empty).ToString())).Items);
        Assert.Empty((await PageAsync(store, new(), ArticleSort.Oldest, 5, new ArticleCursor(DateTime.MaxValue, Guid.AllBitsSet).ToString())).Items);
    }

    [Fact]
    public void A_cursor_comes_back_as_it_went_out()
    {
        var cursor = new ArticleCursor(new DateTime(638_400_000_123_456_789, DateTimeKind.Utc), Guid.CreateVersion7(TestStore.Start));

        Assert.Equal(cursor, ArticleCursor.Read(cursor.ToString()));
        Assert.Equal(DateTimeKind.Utc, ArticleCursor.Read(cursor.ToString())!.Value.RankedAt.Kind);
        Assert.Matches("^[A-Za-z0-9_-]+$", cursor.ToString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Cards_carry_named_tags_without_the_implied_ones_main_first(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Humas", "Humas Polres", display: Display.Excerpt);
        var saved = await store.SaveAsync(source, "a", Written.Article("Judul", null,
            Written.Region("61.72"), Written.Region("31.75", main: true), Written.Agency("polsek-gedong"), Written.Agency("unknown"), Written.Topic("narkotika"), Written.Topic("nataru", main: true))
            with
        { Agencies = [new Agency { Slug = "polsek-gedong", Kind = "polsek", Name = "Polsek Gedong", RegionCode = "31.75.05.1001", IsAssumed = true }] });

        var card = Assert.Single((await PageAsync(store, new(), ArticleSort.Newest, 5)).Items);
        var view = (await QueryAsync(store, q => q.FindAsync(saved.ArticleId!.Value, Stop)))!;

        string[] names = ["Kota Administrasi Jakarta Timur", "Kota Singkawang", "Polsek Gedong", "unknown", "Pengamanan Natal dan Tahun Baru", "Narkotika"];
        Assert.Equal(names, card.Tags.Select(t => t.Name));
        Assert.Equal(names, view.Tags.Select(t => t.Name));
        Assert.Equal(("polsek", "31.75.05.1001"), (card.Tags[2].AgencyKind, card.Tags[2].AgencyRegion));
        Assert.Equal(("Humas", "Humas Polres", Display.Excerpt, false), (card.SourceName, card.Publisher, card.Display, card.IsSample));
        Assert.Equal(("Humas", false, 0), (view.SourceName, view.IsSample, view.Article.Tags.Count(t => t.IsImplied)));
    }

    private static string Base64(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(text));

    private static List<KeyCount> Counted(IEnumerable<string> keys) =>
        [.. keys.GroupBy(k => k, StringComparer.Ordinal).Select(g => new KeyCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal)];

    private static Task<T> QueryAsync<T>(TestStore store, Func<ArticleQueries, Task<T>> use) => store.UseAsync(use);

    private static Task<ArticlePage> PageAsync(TestStore store, ArticleFilter filter, ArticleSort sort, int limit, string? cursor = null) =>
        QueryAsync(store, q => q.PageAsync(filter, sort, limit, cursor, Stop));
}
