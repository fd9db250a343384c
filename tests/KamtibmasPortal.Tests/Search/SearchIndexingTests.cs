using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Search;

/// <summary>The index holds exactly what the public may see, whatever happens to articles.</summary>
public sealed class SearchIndexingTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task It_follows_an_article_from_waiting_over_changes_to_its_end(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (shown, waiting) = (await store.AddSourceAsync("Tampil", "Harian Tampil"), await store.AddSourceAsync("Tunggu", "Harian Tunggu", Trust.Review));
        var id = (await store.SaveAsync(shown, "a", Written.Article("Patroli malam", "Polisi berpatroli di dermaga.", Written.Topic("nataru", main: true)))).ArticleId!.Value;
        var pending = (await store.SaveAsync(waiting, "b", Written.Article("Patroli siang", "Polisi berpatroli di pasar."))).ArticleId!.Value;
        Assert.Equal([id], await FoundAsync(store, "patroli"));

        await DecideAsync(store, pending, a => a.TryPublish());
        Assert.Equal(2, (await FoundAsync(store, "patroli")).Count);

        await store.SaveAsync(shown, "a", Written.Article("Patroli malam", "Polisi berpatroli di bandara.", Written.Topic("nataru", main: true)));
        Assert.Equal([], await FoundAsync(store, "dermaga"));
        Assert.Equal([id], await FoundAsync(store, "bandara"));
        Assert.Equal([id], await FoundAsync(store, "berubah:dermaga"));

        // A change that must not go out unseen takes it back to the editors.
        await store.SaveAsync(shown, "a", Written.Article("Patroli malam", "Korban anak di bandara.") with { Sensitive = true });
        Assert.Equal([], await FoundAsync(store, "bandara"));
        await AssertSameAsync(store);

        await DecideAsync(store, id, a => a.TryPublish());
        Assert.Equal([id], await FoundAsync(store, "bandara"));
        // What an editor let pass is this version alone.
        Assert.Equal([], await FoundAsync(store, "berubah:dermaga"));

        await store.UseAsync<ArticleStore, bool>(s => s.EraseAsync(id, "uji", Audit(id), Stop));
        Assert.Equal([pending], await FoundAsync(store, "patroli"));
        await store.UseAsync<SourceRemoval, bool>(r => r.RemoveAsync(waiting.Id, Audit(waiting.Id), Stop));
        Assert.Equal([], await FoundAsync(store, "patroli"));
        await AssertSameAsync(store);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_pass_that_was_cut_off_goes_on_and_searches_meanwhile_find_what_they_found(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await FillAsync(store, 250);
        var before = await EntriesAsync(store);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var seen = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(store, _ =>
        {
            if (++seen == 100)
            {
                cut.Cancel();
            }
        }, cut.Token));
        Assert.Equal(250, (await FoundAsync(store, "jaga")).Count);
        var rest = 0;
        var done = await RunAsync(store, total =>
        {
            Assert.Equal(250, total);
            rest++;
        }, Stop);

        Assert.Equal((250, 150), (done, rest));
        Assert.Equal(250, (await FoundAsync(store, "jaga")).Count);
        Assert.Equal(before.Order(), (await EntriesAsync(store)).Order());
        await AssertSameAsync(store);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_store_from_before_the_index_is_indexed_before_it_is_served(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await FillAsync(store, 3);
        await store.RowsAsync(async db =>
        {
            await db.UnindexAsync(await db.SearchEntries.Select(e => e.Number).ToListAsync(Stop), Stop);
            await db.SearchEntries.ExecuteDeleteAsync(Stop);
        });
        Assert.Equal([], await FoundAsync(store, "jaga"));

        await new ReindexJob(Scopes(store)).RunIfFirstAsync(Stop);

        Assert.Equal(3, (await FoundAsync(store, "jaga")).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task More_articles_of_one_second_than_it_has_places_go_on_into_the_next(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var second = SearchNumber.Of(TestStore.Start.UtcDateTime);
        await store.RowsAsync(async db =>
        {
            db.SearchEntries.AddRange(Enumerable.Range(0, SearchNumber.Places).Select(i => new SearchEntry { Number = second + i, ArticleId = Guid.CreateVersion7(), Day = null, Publisher = "x", Tags = "", Edition = 1 }));
            if (provider is StorageProvider.Postgres)
            {
                await db.Database.ExecuteSqlAsync($"""ALTER TABLE "SearchEntries" ALTER COLUMN "Tokens" SET DEFAULT '', ALTER COLUMN "Title" SET DEFAULT ''""", Stop);
            }

            await db.SaveChangesAsync(Stop);
        });
        await FillAsync(store, 1);

        Assert.Single(await FoundAsync(store, "jaga"));
        Assert.InRange((await EntriesAsync(store)).Max(), second + SearchNumber.Places, second + (2 * SearchNumber.Places) - 1);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Months_in_which_a_source_was_down_are_told(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var (ill, well, hiccup) = (await store.AddSourceAsync("Sakit", "A"), await store.AddSourceAsync("Sehat", "B"), await store.AddSourceAsync("Cegukan", "C"));
        await store.RowsAsync(async db =>
        {
            db.FetchRuns.AddRange(
                Ran(ill, "2023-10-30", null), Ran(ill, "2023-10-31", FailureReason.Throttled), Ran(ill, "2023-11-20", FailureReason.Throttled), Ran(ill, "2023-12-02", null),
                Ran(well, "2023-11-01", null), Ran(hiccup, "2023-11-01", FailureReason.Throttled), Ran(hiccup, "2023-11-01T03:00", null));
            await db.SaveChangesAsync(Stop);
        });

        var gaps = await store.UseAsync<SourceGapQueries, IReadOnlyList<SourceGap>>(g => g.ByMonthAsync([], Stop));

        Assert.Equal(["2023-10 Sakit", "2023-11 Sakit", "2023-12 Sakit"], gaps.Select(g => $"{g.Month} {string.Join(',', g.Sources)}"));
        Assert.Empty(await store.UseAsync<SourceGapQueries, IReadOnlyList<SourceGap>>(g => g.ByMonthAsync(["B"], Stop)));

        static FetchRun Ran(Source source, string at, FailureReason? reason)
        {
            var time = DateTime.SpecifyKind(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
            var run = new FetchRun { Id = Guid.CreateVersion7(), SourceId = source.Id, StartedAt = time };
            run.Finish(time, reason);
            return run;
        }
    }

    [Theory]
    [InlineData("narkotikka", "narkotika")]
    [InlineData("singkawnag", "singkawang")]
    [InlineData("bawalsu", "bawaslu")]
    [InlineData("tawuan", "tawuran")]
    public async Task A_misspelt_word_is_offered_as_the_archive_has_it(string typed, string meant)
    {
        await using var store = await stores.CreateAsync(StorageProvider.Sqlite);
        await SearchArchive.FillAsync(store);
        await using var scope = store.Scope();
        var query = scope.ServiceProvider.GetRequiredService<SearchQueryParser>().Parse($"{typed} warga");
        await store.SaveAsync((await store.RowsAsync(db => db.Sources.FirstAsync(Stop)))!, "ejaan", Written.Article("Razia narkotika", "Razia narkotika oleh warga."));

        var suggestion = Assert.Single(await scope.ServiceProvider.GetRequiredService<SearchSuggestions>().ForAsync(query, Stop));

        Assert.Equal((typed, meant, $"{meant} warga"), (suggestion.Typed, suggestion.Meant, suggestion.Query));
    }

    private static async Task FillAsync(TestStore store, int count)
    {
        var source = await store.AddSourceAsync("Isi", "Harian Isi");
        for (var i = 0; i < count; i++)
        {
            await store.SaveAsync(source, $"{i}", Written.Article($"Berita {i}", $"Petugas menjaga pos nomor {i} sampai pagi."));
        }
    }

    private static IServiceScopeFactory Scopes(TestStore store) => store.Scope().ServiceProvider.GetRequiredService<IServiceScopeFactory>();

    private static Task<int> RunAsync(TestStore store, Action<int> step, CancellationToken cancellation) => new ReindexJob(Scopes(store)).RunAsync(step, cancellation);

    private static async Task<List<Guid>> FoundAsync(TestStore store, string query)
    {
        await using var scope = store.Scope();
        var parsed = scope.ServiceProvider.GetRequiredService<SearchQueryParser>().Parse(query);
        var found = new List<Guid>();
        await foreach (var card in scope.ServiceProvider.GetRequiredService<SearchQueries>().AllAsync(new SearchRequest(parsed, new ArticleFilter(), SearchSort.Newest), Stop))
        {
            found.Add(card.Id);
        }

        Assert.Equal(found.Count, (await scope.ServiceProvider.GetRequiredService<SearchQueries>().CountAsync(new SearchRequest(parsed, new ArticleFilter(), SearchSort.Newest), Stop)).Count);
        return found;
    }

    private static Task<List<long>> EntriesAsync(TestStore store) => store.RowsAsync(db => db.SearchEntries.Select(e => e.Number).ToListAsync(Stop));

    /// <summary>Entries and published articles are the same set.</summary>
    private static async Task AssertSameAsync(TestStore store)
    {
        var published = await store.RowsAsync(db => db.Articles.Where(a => a.State == ReviewState.Published).Select(a => a.Id).Order().ToListAsync(Stop));
        Assert.Equal(published.Order(), (await store.RowsAsync(db => db.SearchEntries.Select(e => e.ArticleId).ToListAsync(Stop))).Order());
        Assert.Equal(published.Order(), (await FoundAsync(store, "-tidakadakatainisamasekali")).Order());
    }

    private static async Task DecideAsync(TestStore store, Guid id, Func<Article, bool> change)
    {
        var version = await store.RowsAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop));
        Assert.Equal(ChangeAnswer.Changed, await store.UseAsync<DeskStore, ChangeAnswer>(s => s.ChangeAsync(id, version, "redaktur@contoh.id", hand => hand.Step(change), Audit(id), Stop)));
    }

    private static AuditEntry Audit(Guid id) => new() { Id = Guid.CreateVersion7(), At = TestStore.Start.UtcDateTime, Editor = "uji@contoh.id", Act = "uji", Subject = id.ToString() };
}
