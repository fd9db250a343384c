using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>The lists of pages: the same from the kept statement and from the query, and nothing held longer than it is true.</summary>
public sealed class LineQueriesTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_kept_statement_reads_what_the_query_reads(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        for (var day = 1; day <= 5; day++)
        {
            await AddAsync(store, source, $"Ronda {day}", day);
        }

        await store.SaveAsync(source, "tanpa", Written.Article("Tanpa tanggal dan tanda"));

        var first = await store.UseAsync<LineQueries, LinePage>(q => q.NewestAsync(4, Stop));
        var asked = await store.UseAsync<LineQueries, LinePage>(q => q.PageAsync(new ArticleFilter { OncePerStory = true }, 4, null, Stop));
        var second = await store.UseAsync<LineQueries, LinePage>(q => q.PageAsync(new ArticleFilter { OncePerStory = true }, 4, first.NextCursor, Stop));

        Assert.Equal(asked.Items, first.Items);
        Assert.Equal(asked.NextCursor, first.NextCursor);
        Assert.Equal(["Tanpa tanggal dan tanda", "Ronda 5", "Ronda 4", "Ronda 3", "Ronda 2", "Ronda 1"], first.Items.Concat(second.Items).Select(l => l.Title));
        Assert.Null(second.NextCursor);
        Assert.Equal((null, null, null, DatePrecision.Unknown), (first.Items[0].Topic, first.Items[0].Region, first.Items[0].PublishedAt, first.Items[0].PublishedPrecision));
        Assert.Equal(new MainTag("bencana", "Bencana", null), first.Items[1].Topic! with { Name = "Bencana" });
        Assert.Equal(new MainTag("33.75.01", "Pekalongan Barat", "Kota Pekalongan"), first.Items[1].Region);
        Assert.Equal(new DateOnly(2023, 12, 5), first.Items[1].PublishedDay);
        Assert.Equal(DateTimeKind.Utc, first.Items[1].RankedAt.Kind);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_held_goes_with_the_next_change_and_after_a_minute(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        var first = await AddAsync(store, source, "Ronda malam", 1);
        Assert.Equal([first], await HeldAsync());

        // A change goes through the store, which tells of it.
        var second = await AddAsync(store, source, "Ronda pagi", 2);
        Assert.Equal([second, first], await HeldAsync());

        // Behind its back nothing is told: what was read stands, but no longer than a minute.
        await store.RowsAsync(db => db.Articles.Where(a => a.Id == first).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, ReviewState.Withdrawn), Stop));
        Assert.Equal([second, first], await HeldAsync());
        store.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([second], await HeldAsync());

        async Task<List<Guid>> HeldAsync() => [.. (await store.UseAsync<LineQueries, IReadOnlyList<ArticleLine>>(q => q.HeldAsync(new ArticleFilter { Regions = ["33"] }, 5, Stop))).Select(l => l.Id)];
    }

    private static async Task<Guid> AddAsync(TestStore store, Source source, string title, int day) =>
        (await store.SaveAsync(source, title, Written.Article(title, $"{title} digelar warga bersama petugas jaga pada hari ke-{day}.", Written.Topic("bencana", main: true), Written.Region("33.75.01", main: true), new ArticleTag { Kind = TagKind.Region, Key = "33", IsImplied = true }).On(2023, 12, day))).ArticleId!.Value;
}
