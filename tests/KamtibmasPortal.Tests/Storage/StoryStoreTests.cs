using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Tests.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Stories in a real store: they form as articles come, keep their addresses, and show nothing that is not published.</summary>
public sealed class StoryStoreTests(Stores stores)
{
    private const string Fallen = "Pohon asam tumbang menimpa warung bakso di Wanaraja, Garut, pada Minggu (2/3/2025) sore. Pemilik warung, Jajang, selamat karena sedang membeli mi ke pasar. Batang sepanjang dua belas meter dipotong petugas pemadam dengan gergaji mesin sampai malam.";

    private static readonly string[] P = Report.Paragraphs(Report.Release);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Copies_and_reports_of_one_event_are_one_story(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var release = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var copy = await AddAsync(store, "Warta", Report.Body(P[0], P[2], P[3]), "Gerobak Daun Singkong", day: 5);
        var own = await AddAsync(store, "Harian", Report.Own, "Goresan Cat Hijau", day: 5);
        var other = await AddAsync(store, "Harian", Fallen, "Pohon Tumbang");

        var story = await StoryOfAsync(store, release);
        Assert.NotNull(story);
        Assert.Equal([story, story, null], [await StoryOfAsync(store, copy), await StoryOfAsync(store, own), await StoryOfAsync(store, other)]);
        var view = (await FindAsync(store, story.Value)).Story!;
        Assert.Equal((3, 3, 2, "Pencuri Pompa Ditangkap"), (view.Articles, view.Publishers, view.Reports, view.Title));
        Assert.Equal([StoryRelation.Independent, StoryRelation.Reprint, StoryRelation.Independent], view.Members.Select(m => m.Relation));
        Assert.Equal(release, view.Members[1].CopyOf!.Id);
        Assert.All(view.Members[1].Passages, passage => Assert.Contains(passage.TrimEnd('…'), Report.Release, StringComparison.Ordinal));
        Assert.NotEmpty(view.Members[1].Passages);
        var card = Assert.Single(await store.UseAsync<ArticleQueries, IReadOnlyList<ArticleCard>>(q => q.CardsAsync([copy], Stop)));
        Assert.Equal(new StoryFold(story.Value, 3, 3), card.Story);
        Assert.Equal([own, copy], (await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.RelatedAsync(release, story.Value, 5, Stop))).Select(c => c.Id));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Lists_show_a_story_once(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var second = await AddAsync(store, "Warta", Report.Body(P[0], P[2], P[3]), "Gerobak Daun Singkong", day: 5);
        var other = await AddAsync(store, "Harian", Fallen, "Pohon Tumbang");

        Assert.Equal([second, other], await ListAsync(new ArticleFilter { OncePerStory = true }));
        Assert.Equal([second, other], await NewestAsync());
        Assert.Equal([second, other, first], await ListAsync(new ArticleFilter()));
        Assert.Equal([first], await ListAsync(new ArticleFilter { OncePerStory = true, Publishers = ["Penerbit Humas"] }));
        Assert.Equal(2, await store.UseAsync<ArticleQueries, int>(q => q.CountAsync(new ArticleFilter { OncePerStory = true }, Stop)));
        await store.RowsAsync(db => db.Articles.Where(a => a.Id == second).ExecuteUpdateAsync(u => u.SetProperty(a => a.State, ReviewState.Withdrawn), Stop));
        Assert.Equal([other, first], await ListAsync(new ArticleFilter { OncePerStory = true }));
        Assert.Equal([other, first], await NewestAsync());

        async Task<List<Guid>> NewestAsync() => [.. (await store.UseAsync<LineQueries, LinePage>(q => q.NewestAsync(10, Stop))).Items.Select(c => c.Id)];

        async Task<List<Guid>> ListAsync(ArticleFilter filter) =>
            [.. (await store.UseAsync<ArticleQueries, ArticlePage>(q => q.PageAsync(filter, ArticleSort.Newest, 10, null, Stop))).Items.Select(c => c.Id)];
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, ReviewState.Pending)]
    [InlineData(StorageProvider.Sqlite, ReviewState.Rejected)]
    [InlineData(StorageProvider.Sqlite, ReviewState.Withdrawn)]
    [InlineData(StorageProvider.Postgres, ReviewState.Pending)]
    [InlineData(StorageProvider.Postgres, ReviewState.Rejected)]
    [InlineData(StorageProvider.Postgres, ReviewState.Withdrawn)]
    public async Task What_is_not_published_shows_through_no_story(StorageProvider provider, ReviewState state)
    {
        await using var store = await stores.CreateAsync(provider);
        var hidden = await AddAsync(store, "Rahasia", Report.Release.Replace("Rp14 juta", "Rp99 juta"), "Judul Rahasia", day: 1);
        var shown = await AddAsync(store, "Warta", Report.Release, "Pencuri Pompa Ditangkap");
        var third = await AddAsync(store, "Harian", Report.Own, "Goresan Cat Hijau");
        await store.RowsAsync(db => db.Articles.Where(a => a.Id == hidden).ExecuteUpdateAsync(u => u.SetProperty(a => a.State, state), Stop));
        var story = (await StoryOfAsync(store, hidden))!.Value;

        var view = (await FindAsync(store, story)).Story!;

        Assert.Equal((2, 2, 2, "Pencuri Pompa Ditangkap"), (view.Articles, view.Publishers, view.Reports, view.Title));
        Assert.Equal([shown, third], view.Members.Select(m => m.Card.Id));
        Assert.All(view.Members, m => Assert.Null(m.CopyOf));
        Assert.Empty(view.Disagreements);
        Assert.DoesNotContain(hidden, (await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.RelatedAsync(shown, story, 5, Stop))).Select(c => c.Id));
        Assert.Equal(new StoryFold(story, 2, 2), (await store.UseAsync<ArticleQueries, ArticleView?>(q => q.FindAsync(shown, Stop)))!.Story);

        // With one left to see there is no story to speak of; with none the address knows nothing.
        // Behind the store's back nobody is told: what pages hold goes by its term.
        await store.RowsAsync(db => db.Articles.Where(a => a.Id == third).ExecuteUpdateAsync(u => u.SetProperty(a => a.State, state), Stop));
        store.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Null((await store.UseAsync<ArticleQueries, ArticleView?>(q => q.FindAsync(shown, Stop)))!.Story);
        Assert.Empty(await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.RelatedAsync(shown, story, 5, Stop)));
        await store.RowsAsync(db => db.Articles.ExecuteUpdateAsync(u => u.SetProperty(a => a.State, state), Stop));
        Assert.Equal(new StoryAnswer(null, null), await FindAsync(store, story));
        Assert.Equal(3, (await store.UseAsync<StoryRoom, List<DeskMember>>(r => r.MembersAsync(story, 9, Stop))).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_sensitive_report_of_a_published_story_stays_hidden(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var shown = await AddAsync(store, "Warta", Report.Release, "Pencuri Pompa Ditangkap");
        var hidden = await AddAsync(store, "Harian", Report.Release, "Judul Rahasia", sensitive: true);

        Assert.Equal(await StoryOfAsync(store, shown), await StoryOfAsync(store, hidden));
        Assert.Equal([shown], (await FindAsync(store, (await StoryOfAsync(store, shown))!.Value)).Story!.Members.Select(m => m.Card.Id));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_late_arrival_joins_two_stories_and_the_younger_address_leads_to_the_older(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        foreach (var outlet in new[] { "Satu", "Dua" })
        {
            await AddAsync(store, outlet, Report.Body(P[0], P[1]), "Pompa " + outlet);
        }

        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Guid bengkel = default;
        foreach (var outlet in new[] { "Tiga", "Empat" })
        {
            bengkel = await AddAsync(store, outlet, P[3], "Bengkel " + outlet, day: 5);
        }

        var younger = (await StoryOfAsync(store, bengkel))!.Value;
        var whole = await AddAsync(store, "Lima", Report.Release, "Keduanya");
        var older = (await StoryOfAsync(store, whole))!.Value;

        Assert.True(older.CompareTo(younger) < 0);
        Assert.Equal(new StoryAnswer(null, older), await FindAsync(store, younger));
        Assert.Equal(5, (await FindAsync(store, older)).Story!.Articles);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_text_that_became_another_leaves_its_story(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        await AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong");
        var changing = await AddAsync(store, "Harian", Report.Own, "Goresan Cat Hijau");
        var story = await StoryOfAsync(store, changing);

        await AddAsync(store, "Harian", Fallen, "Goresan Cat Hijau", key: "Goresan Cat Hijau");
        Assert.Null(await StoryOfAsync(store, changing));
        Assert.Equal(2, (await FindAsync(store, story!.Value)).Story!.Articles);
        Assert.Equal(3, await store.RowsAsync(db => db.StoryKeys.Select(k => k.Number).Distinct().CountAsync(Stop)));

        await AddAsync(store, "Harian", Report.Own, "Goresan Cat Hijau", key: "Goresan Cat Hijau");
        Assert.Equal(story, await StoryOfAsync(store, changing));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_an_editor_has_split_or_merged_stays_so(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var second = await AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong");
        var other = await AddAsync(store, "Harian", Fallen, "Pohon Tumbang");
        var story = (await StoryOfAsync(store, first))!.Value;

        Assert.Equal(StoryDecision.Done, await DeskAsync(d => d.SplitAsync(story, [second, other], "a@b", Stop)));
        var apart = (await StoryOfAsync(store, second))!.Value;
        Assert.NotEqual(story, apart);
        var copy = await AddAsync(store, "Empat", Report.Release, "Judul Keempat");
        await AddAsync(store, "Warta", Report.Release + " Ralat.", "Gerobak Daun Singkong", key: "Gerobak Daun Singkong");
        Assert.Equal((story, apart), (await StoryOfAsync(store, first), await StoryOfAsync(store, second)));
        Assert.Contains((await StoryOfAsync(store, copy))!.Value, new[] { story, apart });

        Assert.Equal(StoryDecision.Done, await DeskAsync(d => d.MergeAsync(apart, story, "a@b", Stop)));
        Assert.Equal(new StoryAnswer(null, apart), await FindAsync(store, story));
        Assert.Equal(StoryDecision.NothingToDo, await DeskAsync(d => d.MergeAsync(apart, story, "a@b", Stop)));
        Assert.Equal(StoryDecision.Done, await DeskAsync(d => d.MoveAsync([other], story, "a@b", Stop)));
        Assert.Equal(apart, await StoryOfAsync(store, other));
        Assert.Equal(StoryDecision.NotFound, await DeskAsync(d => d.MoveAsync([Guid.NewGuid()], apart, "a@b", Stop)));
        Assert.Equal(["story.split", "story.merge", "story.move"], await store.RowsAsync(db => db.AuditEntries.OrderBy(a => a.Id).Select(a => a.Act).ToListAsync(Stop)));

        async Task<StoryDecision> DeskAsync(Func<StoryDesk, Task<StoryDecision>> act)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await using var scope = store.Scope();
            return await act(ActivatorUtilities.CreateInstance<StoryDesk>(scope.ServiceProvider, new AuditTrail(store.Clock)));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_contradicted_date_is_flagged_until_it_is_mended(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        await AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong");
        var wrong = await AddAsync(store, "Harian", Report.Body(P[0].Replace("Senin (3/3/2025)", "Sabtu (1/3/2025)"), P[1], P[3]), "Salah Tanggal");

        var flagged = Assert.Single(await store.UseAsync<StoryRoom, List<DeskMember>>(r => r.ConflictsAsync(9, Stop)));
        Assert.Equal((wrong, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 3)), (flagged.ArticleId, flagged.ConflictDay, flagged.AgreedDay));

        await AddAsync(store, "Harian", Report.Body(P[0], P[1], P[3]), "Salah Tanggal", key: "Salah Tanggal");
        Assert.Empty(await store.UseAsync<StoryRoom, List<DeskMember>>(r => r.ConflictsAsync(9, Stop)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Under_excerpt_quotations_are_short_and_few(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap", display: Display.Excerpt);
        await AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong", day: 5);

        var passages = (await FindAsync(store, (await StoryOfAsync(store, first))!.Value)).Story!.Members[1].Passages;

        Assert.NotEmpty(passages);
        Assert.All(passages, p => Assert.InRange(p.Length, 1, Disclosure.QuotationLimit + 1));
        Assert.True(passages.Sum(p => p.Length) <= Report.Release.Length / 2);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_erased_leaves_nothing_in_stories(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var second = await AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong");
        var story = (await StoryOfAsync(store, first))!.Value;

        await store.UseAsync<ArticleStore, bool>(s => s.EraseAsync(first, "permintaan keluarga", new AuditEntry { Id = Guid.NewGuid(), At = TestStore.Start.UtcDateTime, Editor = "a@b", Act = "article.erase", Subject = "x" }, Stop));

        Assert.Equal([second], await store.RowsAsync(db => db.StoryEntries.Select(e => e.ArticleId).ToListAsync(Stop)));
        Assert.Single(await store.RowsAsync(db => db.StoryKeys.Select(k => k.Number).Distinct().ToListAsync(Stop)));
        Assert.Equal([second], (await FindAsync(store, story)).Story!.Members.Select(m => m.Card.Id));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_that_come_at_the_same_moment_see_each_other(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        for (var round = 0; round < 5; round++)
        {
            var text = Report.Release.Replace("Mekarwangi", "Desa" + round, StringComparison.Ordinal);
            var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => AddAsync(store, $"Outlet {round}-{i}", text, $"Judul {round}-{i}")));

            Assert.Single((await Task.WhenAll(ids.Select(id => StoryOfAsync(store, id)))).Distinct());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_comes_while_another_is_being_placed_waits_and_sees_it(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var placed = await AddAsync(store, "Humas", Fallen, "Pohon Tumbang");
        Task<Guid> other;
        await using (var scope = store.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            using var turn = await db.WriteTurnAsync(Stop);
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            var article = await db.Articles.AsNoTracking().Include(a => a.Tags).SingleAsync(a => a.Id == placed, Stop);
            article.Body = Report.Release;
            await scope.ServiceProvider.GetRequiredService<StoryStore>().PlaceAsync(article, isNew: false, Stop);
            other = Task.Run(() => AddAsync(store, "Warta", Report.Release, "Gerobak Daun Singkong"), Stop);
            await Task.WhenAny(other, Task.Delay(TimeSpan.FromSeconds(2), Stop));
            await transaction.CommitAsync(Stop);
        }

        Assert.NotNull(await StoryOfAsync(store, await other));
        Assert.Equal(await StoryOfAsync(store, placed), await StoryOfAsync(store, await other));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_store_older_than_its_stories_catches_up(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var second = await AddAsync(store, "Warta", Report.Own, "Gerobak Daun Singkong");
        await store.RowsAsync(async db =>
        {
            await db.StoryKeys.ExecuteDeleteAsync(Stop);
            await db.StoryEntries.ExecuteDeleteAsync(Stop);
        });

        Assert.Equal(2, await store.UseAsync<StoryStore, int>(s => s.CountMissingAsync(Stop)));
        Assert.Equal([first, second], await store.UseAsync<StoryStore, List<Guid>>(s => s.CatchUpAsync(Guid.Empty, 10, Stop)));
        Assert.Empty(await store.UseAsync<StoryStore, List<Guid>>(s => s.CatchUpAsync(Guid.Empty, 10, Stop)));
        Assert.NotNull(await StoryOfAsync(store, first));
        Assert.Equal(await StoryOfAsync(store, first), await StoryOfAsync(store, second));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task New_tags_bring_an_article_to_its_story(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        var own = await AddAsync(store, "Harian", Report.Own, "Goresan Cat Hijau", region: "35.09");
        Assert.Null(await StoryOfAsync(store, own));

        await store.UseAsync<RetagStore>(async retag =>
        {
            var run = await retag.OpenAsync(Stop);
            var article = (await retag.NextAsync(Guid.Empty, 9, Stop)).Single(a => a.Id == own);
            retag.Apply(article, Written.Article(article.Title, article.Body, Written.Region("32.05", main: true)), [], run.Id);
            await retag.SaveAsync([], Stop);
        });

        Assert.NotNull(await StoryOfAsync(store, first));
        Assert.Equal(await StoryOfAsync(store, first), await StoryOfAsync(store, own));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Profiles_of_an_older_version_are_read_anew_and_keep_their_story(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var first = await AddAsync(store, "Humas", Report.Release, "Pencuri Pompa Ditangkap");
        await AddAsync(store, "Warta", Report.Own, "Gerobak Daun Singkong");
        var story = await StoryOfAsync(store, first);
        await store.RowsAsync(db => db.StoryEntries.ExecuteUpdateAsync(u => u.SetProperty(e => e.Edition, 0).SetProperty(e => e.Profile, new byte[] { 0, 1 }), Stop));

        Assert.Equal(2, (await store.UseAsync<StoryStore, List<Guid>>(s => s.CatchUpAsync(Guid.Empty, 10, Stop))).Count);
        Assert.Equal(2, (await FindAsync(store, story!.Value)).Story!.Articles);
        Assert.Equal(2, await store.RowsAsync(db => db.StoryEntries.CountAsync(e => e.StoryId == story, Stop)));
        Assert.Equal(2, await store.RowsAsync(db => db.StoryKeys.Select(k => k.Number).Distinct().CountAsync(Stop)));
    }

    private static async Task<Guid> AddAsync(TestStore store, string outlet, string body, string title, int day = 4, Display display = Display.FullText, bool sensitive = false, string? key = null, string region = "32.05")
    {
        var source = await store.RowsAsync(db => db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name == outlet, Stop)) ?? await store.AddSourceAsync(outlet, "Penerbit " + outlet, Trust.Publish, display);
        TaggedArticle written = Written.Article(title, body, Written.Region(region, main: true)).On(2025, 3, day) with { Sensitive = sensitive };
        store.Clock.SetUtcNow(store.Clock.GetUtcNow() < new DateTimeOffset(2025, 3, 10, 0, 0, 0, TimeSpan.Zero) ? new DateTimeOffset(2025, 3, 10, 0, 0, 0, TimeSpan.Zero) : store.Clock.GetUtcNow().AddSeconds(1));
        return (await store.SaveAsync(source, key ?? title, written)).ArticleId!.Value;
    }

    private static Task<Guid?> StoryOfAsync(TestStore store, Guid article) => store.UseAsync<StoryRoom, Guid?>(r => r.StoryOfAsync(article, Stop));

    private static Task<StoryAnswer> FindAsync(TestStore store, Guid story) => store.UseAsync<StoryQueries, StoryAnswer>(q => q.FindAsync(story, Stop));
}
