using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Search;

/// <summary>
/// An archive of many months, where the stores go different ways for rare and for common words: the answers are the same, whatever is held
/// in memory.
/// </summary>
public sealed class SearchOverYearsTests(Stores stores)
{
    private const int Months = 41;

    /// <summary>Words and the articles, two a month from August 2020 on, that hold them.</summary>
    private static readonly (string Word, Func<int, bool> Has)[] s_words =
    [
        ("semua", _ => true),
        ("hampir", i => i % 17 != 4),
        ("separuh", i => i % 2 == 0),
        ("dahulu", i => i < 20),
        ("baru", i => i > 75),
        ("jarang", i => i is 11 or 60),
        ("sekali", i => i == 3),
        ("tiada", _ => false),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Rare_and_common_words_are_found_and_counted_alike(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        var ids = await FillAsync(store);
        foreach (var isLoaded in (bool[])[false, true])
        {
            if (isLoaded)
            {
                await using var scope = store.Scope();
                await scope.ServiceProvider.GetRequiredService<EntryShelf>().LoadAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), Stop);
            }

            foreach (var (word, has) in s_words)
            {
                var wanted = Enumerable.Range(0, 2 * Months).Where(has).Reverse().Select(i => ids[i]).ToList();
                await SameAsync(store, new SearchScope(TokenExpression.Of(word)), wanted);
                await SameAsync(store, new SearchScope(TokenExpression.Not(TokenExpression.Of(word))), [.. ids.Except(wanted).Reverse()]);
                // September 2021 to June 2022.
                var spell = Enumerable.Range(26, 20).Where(has).Reverse().Select(i => ids[i]).ToList();
                await SameAsync(store, SearchScope.Of(TokenExpression.Of(word), new DateOnly(2021, 9, 1), new DateOnly(2022, 6, 30)), spell);
            }
        }
    }

    private static async Task SameAsync(TestStore store, SearchScope asked, List<Guid> newestFirst)
    {
        await using var scope = store.Scope();
        var search = scope.ServiceProvider.GetRequiredService<IArticleSearch>();
        foreach (var take in (int[])[1, 7, 100])
        {
            Assert.Equal(newestFirst.Take(take), (await search.FindAsync(asked, false, take, Stop)).Select(h => h.ArticleId));
            Assert.Equal(newestFirst.AsEnumerable().Reverse().Take(take), (await search.FindAsync(asked, true, take, Stop)).Select(h => h.ArticleId));
            foreach (var limit in (int[])[1, 5, 30, 1000])
            {
                Assert.Equal(new HitCount(Math.Min(limit, newestFirst.Count), newestFirst.Count <= limit), await search.CountAsync(asked, limit, Stop));
            }
        }

        var numbers = await search.NumbersAsync(asked, Stop);
        Assert.Equal((await search.FindAsync(asked, true, 1000, Stop)).Select(h => h.Number), numbers.Order());
    }

    private static async Task<List<Guid>> FillAsync(TestStore store)
    {
        var source = await store.AddSourceAsync("Warta", "Warta Kampung");
        var ids = new List<Guid>();
        for (var i = 0; i < 2 * Months; i++)
        {
            var day = new DateOnly(2020, 8, 3).AddMonths(i / 2).AddDays(i % 2 * 14);
            var words = s_words.Where(w => w.Has(i)).Select(w => w.Word);
            ids.Add((await store.SaveAsync(source, $"{i}", Written.Article($"Judul {i}", string.Join(' ', words) + $" pos{i}.", Written.Topic("nataru")).On(day.Year, day.Month, day.Day))).ArticleId!.Value);
        }

        return ids;
    }
}
