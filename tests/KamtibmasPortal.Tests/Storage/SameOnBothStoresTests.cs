using System.Text.Json;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class SameOnBothStoresTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The third store sorts its text as a dictionary does: its answers must be the same.</summary>
    [Fact]
    public async Task The_same_articles_give_the_same_answers_whatever_the_store_and_its_collation()
    {
        var answers = new List<List<string>>();
        foreach (var (provider, collation) in new[] { (StorageProvider.Sqlite, (string?)null), (StorageProvider.Postgres, null), (StorageProvider.Postgres, "id") })
        {
            await using var store = await stores.CreateAsync(provider, Contents.Reference, collation);
            await SmallArchive.FillAsync(store);
            await store.RowsAsync(async db =>
            {
                db.Agencies.AddRange(((string[])["Polres a", "Polres B", "polres c", "Polres-d", "Polres É", "Polres 10", "Polres 9"]).Select((name, i) => new Agency { Slug = $"p{i}", Kind = i % 2 == 0 ? "polres" : "Polres", Name = name }));
                var source = await db.Sources.FirstAsync(s => s.Name == "Humas", Stop);
                foreach (var key in (string[])["b.txt", "B.txt", "a/c.txt", "a-b.txt", "é.txt"])
                {
                    var item = new SourceItem { SourceId = source.Id, Key = key };
                    item.Record(ItemResult.Rejected(RejectionReason.Empty), TestStore.Start.UtcDateTime);
                    db.SourceItems.Add(item);
                }

                await db.SaveChangesAsync(Stop);
            });
            answers.Add(await AnswersAsync(store));
        }

        Assert.True(answers[0].Count > 100);
        for (var i = 0; i < answers[0].Count; i++)
        {
            Assert.Equal(answers[0][i], answers[1][i]);
            Assert.Equal(answers[0][i], answers[2][i]);
        }
    }

    private static async Task<List<string>> AnswersAsync(TestStore store)
    {
        await using var scope = store.Scope();
        var articles = (ArticleQueries)scope.ServiceProvider.GetService(typeof(ArticleQueries))!;
        var catalog = (CatalogQueries)scope.ServiceProvider.GetService(typeof(CatalogQueries))!;
        var answers = new List<string>();
        void Say(object? answer) => answers.Add(JsonSerializer.Serialize(answer));
        foreach (var (filter, _) in ArticleQueriesTests.Filters)
        {
            foreach (var sort in Enum.GetValues<ArticleSort>())
            {
                // Articles of one rank stand in the order of their ids, which differ from store to store.
                var page = await articles.PageAsync(filter, sort, 100, null, Stop);
                Say(page.Items.OrderBy(c => sort is ArticleSort.Newest ? -c.RankedAt.Ticks : c.RankedAt.Ticks).ThenBy(c => c.Title, StringComparer.Ordinal)
                    .Select(c => c with { Id = Guid.Empty, Version = Guid.Empty, Tags = [.. c.Tags.Select(t => t with { Tag = new ArticleTag { Kind = t.Tag.Kind, Key = t.Tag.Key, IsMain = t.Tag.IsMain, Confidence = t.Tag.Confidence } })] }));
            }

            Say(await catalog.FacetsAsync(filter, Stop));
        }

        var humas = (await catalog.SourcesAsync(Stop)).Single(s => s.Name == "Humas");
        Say((await catalog.SourcesAsync(Stop)).Select(s => s.Name));
        Say(await catalog.AgenciesAsync(Stop));
        Say(await catalog.TopicsAsync(Stop));
        Say((await catalog.RefusedItemsAsync(humas.Id, 10, Stop)).Select(i => i.Key));
        Say(await catalog.ChildrenAsync(null, Stop));
        Say(await catalog.ChildrenAsync("31.75.05", Stop));
        Say(await catalog.PathAsync("31.75.05.1001", Stop));
        Say((await catalog.ChildCountsAsync(null, Stop)).OrderBy(c => c.Key, StringComparer.Ordinal));
        Say((await catalog.CountsBySourceAsync(Stop)).Values.Order());
        for (var region = 0; region < 40; region++)
        {
            Say(await catalog.ChildrenAsync($"{region + 11}", Stop));
        }

        return answers;
    }
}
