using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What is held in memory of the index is what the store has at that moment, whoever changed it.</summary>
public sealed class EntryShelfTests(Stores stores)
{
    private static readonly string[] s_topics = ["nataru", "narkotika", "bencana", "unjuk-rasa"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Memory_answers_what_the_store_answers(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SmallArchive.FillAsync(store);
        var scopes = Scopes().ToList();
        var asked = new List<(IReadOnlyList<IndexHit>, IReadOnlyList<IndexHit>, HitCount, IEnumerable<long>)>();
        foreach (var isLoaded in (bool[])[false, true])
        {
            if (isLoaded)
            {
                await LoadAsync(store);
            }

            var answers = new List<(IReadOnlyList<IndexHit> Newest, IReadOnlyList<IndexHit> Oldest, HitCount Count, IEnumerable<long> Numbers)>();
            foreach (var scope in scopes)
            {
                Assert.Equal(isLoaded, await IsHeldAsync(store, scope));
                answers.Add(await store.UseAsync<IArticleSearch, (IReadOnlyList<IndexHit>, IReadOnlyList<IndexHit>, HitCount, IEnumerable<long>)>(async s =>
                    (await s.FindAsync(scope, false, 7, Stop), await s.FindAsync(scope, true, 7, Stop), await s.CountAsync(scope, 5, Stop), (await s.NumbersAsync(scope, Stop)).Order())));
            }

            Assert.Contains(answers, a => a.Count is { IsExact: false });
            Assert.Contains(answers, a => a.Count is { IsExact: true, Count: > 0 });
            if (isLoaded)
            {
                for (var i = 0; i < scopes.Count; i++)
                {
                    Assert.Equal(asked[i].Item1, answers[i].Newest);
                    Assert.Equal(asked[i].Item2, answers[i].Oldest);
                    Assert.Equal(asked[i].Item3, answers[i].Count);
                    Assert.Equal(asked[i].Item4, answers[i].Numbers);
                }
            }

            asked = answers;
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_this_process_changes_is_known_at_once(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        var first = await AddAsync(store, source, "satu", "nataru");
        await LoadAsync(store);
        Assert.Equal([("nataru", 1)], await TopicsAsync(store));

        await AddAsync(store, source, "dua", "bencana");
        Assert.Equal([("bencana", 1), ("nataru", 1)], await TopicsAsync(store));

        await store.SaveAsync(source, "satu", Written.Article("Judul satu", "Isi lain sama sekali tentang satu.", Written.Topic("narkotika", main: true)));
        Assert.Equal([("bencana", 1), ("narkotika", 1)], await TopicsAsync(store));

        await store.UseAsync<ArticleStore, bool>(s => s.EraseAsync(first, "uji", Audit(first), Stop));
        Assert.Equal([("bencana", 1)], await TopicsAsync(store));

        await store.UseAsync<SourceRemoval, bool>(r => r.RemoveAsync(source.Id, Audit(source.Id), Stop));
        Assert.Equal([], await TopicsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_another_process_changes_is_known_to_the_next_question(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var other = Another(store);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        await AddAsync(store, source, "satu", "nataru");
        await LoadAsync(store);

        await AddAsync(other, source, "dua", "bencana");
        Assert.Equal([("bencana", 1), ("nataru", 1)], await TopicsAsync(store));

        // Its numbers are cleared away long before this process asks again.
        await AddAsync(other, source, "tiga", "narkotika");
        store.Clock.Advance(TimeSpan.FromMinutes(25));
        await other.GetRequiredService<PublicChanges>().ReadAsync(Stop);
        Assert.Equal(0, await store.RowsAsync(db => db.PublicChanges.CountAsync(Stop)));
        Assert.Equal([("bencana", 1), ("narkotika", 1), ("nataru", 1)], await TopicsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_change_without_numbers_has_everything_read_anew(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        await AddAsync(store, source, "satu", "nataru");
        await LoadAsync(store);
        await store.RowsAsync(db => db.SearchEntries.ExecuteUpdateAsync(e => e.SetProperty(x => x.Tags, "t:bencana"), Stop));
        Assert.Equal([("nataru", 1)], await TopicsAsync(store));

        await store.RowsAsync(async db =>
        {
            db.PublicChanges.Add(new PublicChange { At = store.Clock.GetUtcNow().UtcDateTime, Marks = "t:nataru" });
            await db.SaveChangesAsync(Stop);
        });

        Assert.Equal([("bencana", 1)], await TopicsAsync(store));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task While_others_write_nothing_is_counted_that_never_was(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await using var other = Another(store);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        await AddAsync(store, source, "awal", s_topics[0]);
        await LoadAsync(store);
        var counts = new List<int>();

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await (i % 2 == 0 ? AddAsync(store, source, $"k{i}", s_topics[i % 4]) : AddAsync(other, source, $"k{i}", s_topics[i % 4]));
            }
        }, Stop);
        do
        {
            counts.Add((await TopicsAsync(store)).Sum(t => t.Count));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.Equal(counts.Order(), counts);
        Assert.Equal(41, (await TopicsAsync(store)).Sum(t => t.Count));
    }

    private static IEnumerable<SearchScope> Scopes()
    {
        foreach (var region in (string?[])[null, "31", "31.75", "61.72", "99"])
        {
            foreach (var topic in (string?[])[null, "nataru", "narkotika"])
            {
                foreach (var publisher in (string?[])[null, "humas POLRES", "élan"])
                {
                    var expression = TokenExpression.And([Leaf(region, r => IndexTokens.Tag(TagKind.Region, r)), Leaf(topic, t => IndexTokens.Tag(TagKind.Topic, t)), Leaf(publisher, IndexTokens.Publisher)]);
                    yield return new SearchScope(expression);
                    yield return SearchScope.Of(expression, new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 31));
                    yield return SearchScope.Of(expression, null, new DateOnly(2024, 1, 1));
                }
            }
        }

        static TokenExpression? Leaf(string? key, Func<string, string> token) => key is null ? null : TokenExpression.Of(token(key));
    }

    private static Task LoadAsync(TestStore store) => store.UseAsync<EntryShelf>(async shelf =>
    {
        await using var scope = store.Scope();
        await shelf.LoadAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), Stop);
    });

    private static async Task<bool> IsHeldAsync(TestStore store, SearchScope asked)
    {
        await using var scope = store.Scope();
        return await scope.ServiceProvider.GetRequiredService<EntryShelf>().FindAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), asked, wait: false, Stop) is not null;
    }

    private static async Task<List<(string Topic, int Count)>> TopicsAsync(TestStore store)
    {
        var facets = await store.UseAsync<SearchQueries, ArticleFacets>(s => s.FacetsAsync(new SearchRequest(SearchQuery.Everything, new ArticleFilter(), SearchSort.Newest), Stop));
        return [.. facets.Topics.Select(t => (t.Key, t.Count)).OrderBy(t => t.Key, StringComparer.Ordinal)];
    }

    private static async Task<Guid> AddAsync(TestStore store, Source source, string key, string topic) =>
        (await store.SaveAsync(source, key, Text(key, topic))).ArticleId!.Value;

    private static async Task AddAsync(ServiceProvider other, Source source, string key, string topic)
    {
        await using var scope = other.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ArticleStore>().SaveAsync(source, new ArticleOffer(key), Text(key, topic), new SourceItem { SourceId = source.Id, Key = key }, lease: null, Stop);
    }

    private static TaggedArticle Text(string key, string topic) => Written.Article($"Judul {key}", $"Isi yang tidak sama dengan yang lain: {key}.", Written.Topic(topic, main: true));

    private static ServiceProvider Another(TestStore store) =>
        new ServiceCollection().AddSingleton<TimeProvider>(store.Clock).AddPortalStorage(store.Provider, store.ConnectionString).BuildServiceProvider();

    private static AuditEntry Audit(Guid subject) => new() { Id = Guid.CreateVersion7(), At = TestStore.Start.UtcDateTime, Editor = "a@b.test", Act = "uji", Subject = subject.ToString() };
}
