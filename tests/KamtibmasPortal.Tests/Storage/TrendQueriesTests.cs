using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What rises and how topics move, counted the same on both stores, of published articles alone.</summary>
public sealed class TrendQueriesTests(Stores stores)
{
    private static readonly DateTime s_now = TestStore.Start.UtcDateTime;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_told_of_more_than_usual_rises(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        // Floods: one every week, now four in two days. Protests: a steady three in every two days.
        for (var week = 1; week <= 4; week++)
        {
            await AddAsync(store, source, $"banjir-{week}", "bencana", "33.75", 9 - (week * 7));
        }

        for (var day = 9; day > -20; day--)
        {
            await AddAsync(store, source, $"aksi-{day}a", "unjuk-rasa", "32.73", day);
            await AddAsync(store, source, $"aksi-{day}b", "unjuk-rasa", "32.73", day);
        }

        for (var i = 0; i < 4; i++)
        {
            await AddAsync(store, source, $"bah-{i}", "bencana", "33.75", 10);
        }

        var rises = await store.UseAsync<TrendQueries, IReadOnlyList<Rise>>(q => q.RisingAsync(s_now, 5, Stop));

        Assert.Equal([(TagKind.Region, "33.75"), (TagKind.Topic, "bencana")], rises.Select(r => (r.Kind, r.Key)).OrderBy(r => r.Kind));
        Assert.All(rises, r => Assert.Equal(4, r.Recent));
        Assert.All(rises, r => Assert.InRange(r.Usual, 0.2, 0.3));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Topics_are_counted_by_month_and_what_waits_is_not(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        var waiting = await store.AddSourceAsync("Humas", "Humas Kota", Trust.Review);
        await AddAsync(store, source, "satu", "bencana", "33.75", -5);
        await AddAsync(store, source, "dua", "bencana", "33.75", 5);
        await AddAsync(store, source, "tiga", "narkotika", "33.75", 6);
        await AddAsync(store, source, "empat", "bencana", "32.73", 6);
        await AddAsync(store, waiting, "lima", "bencana", "33.75", 7);

        var filter = new ArticleFilter { Regions = ["33"] };
        var months = await store.UseAsync<TrendQueries, IReadOnlyList<TopicMonth>?>(q => q.TopicMonthsAsync(filter, Stop));
        var facets = await store.UseAsync<TrendQueries, ArticleFacets?>(q => q.FacetsAsync(filter, Stop));

        Assert.Equal([new TopicMonth("bencana", "2023-12", 1), new TopicMonth("bencana", "2024-01", 1), new TopicMonth("narkotika", "2024-01", 1)], months!.OrderBy(m => m.Topic, StringComparer.Ordinal).ThenBy(m => m.Month, StringComparer.Ordinal));
        Assert.Equal(3, facets!.Months.Sum(m => m.Count));
    }

    /// <param name="day">Day of January 2024; 0 and less lie in December.</param>
    private static Task<ItemResult> AddAsync(TestStore store, Source source, string title, string topic, string region, int day)
    {
        var date = new DateOnly(2023, 12, 31).AddDays(day);
        return store.SaveAsync(source, title, Written.Article($"Kabar {title}", $"Kabar {title} ditulis {Guid.NewGuid():N} dari kampung.", Written.Topic(topic, main: true), Written.Region(region, main: true)).On(date.Year, date.Month, date.Day));
    }
}
