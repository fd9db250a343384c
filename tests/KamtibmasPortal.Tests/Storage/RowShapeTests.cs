using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Rows that are read past the model are the same entities as the model reads.</summary>
public sealed class RowShapeTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_entity_is_read_as_the_model_reads_it(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider);
        await SmallArchive.FillAsync(store);
        await store.RowsAsync(async db =>
        {
            await db.Articles.Where(a => a.Key == "03").ExecuteUpdateAsync(a => a
                .SetProperty(x => x.Caption, "Petugas di pos").SetProperty(x => x.Author, "Sri Wahyuni").SetProperty(x => x.RevisedAt, TestStore.Start.UtcDateTime)
                .SetProperty(x => x.Dates, new List<ArticleDate> { new(DateRole.Dateline, "Senin (25/12)", new DateOnly(2023, 12, 25)) })
                .SetProperty(x => x.SensitiveEvidence, new List<TagEvidence> { new(EvidenceField.Body, EvidenceRole.Lead, 3, 7, "petugas", "uji") }), Stop);
            Assert.NotEmpty(await SameAsync<Article>(db));
            Assert.NotEmpty(await SameAsync<ArticleTag>(db));
            Assert.NotEmpty(await SameAsync<Source>(db));
            Assert.NotEmpty(await SameAsync<SourceItem>(db));
            Assert.NotEmpty(await SameAsync<SearchEntry>(db));
            Assert.NotEmpty(await SameAsync<Topic>(db));
            Assert.NotEmpty(await SameAsync<Agency>(db));
        });
    }

    private static async Task<List<T>> SameAsync<T>(PortalDbContext db)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var wanted = (await db.Set<T>().AsNoTracking().ToListAsync(Stop)).ConvertAll(e => Values(entity, e));
        var read = await db.ReadOftenAsync<T>("1 = @p0", [1], Stop);

        Assert.Equal(wanted.Order(StringComparer.Ordinal), read.ConvertAll(e => Values(entity, e)).Order(StringComparer.Ordinal));
        return read;
    }

    private static string Values(IEntityType entity, object row) => string.Join(" | ", entity.GetProperties().Where(p => p.PropertyInfo is not null)
        .Select(p => $"{p.Name}={Text(p.PropertyInfo!.GetValue(row))}"));

    private static string Text(object? value) => value switch
    {
        DateTime at => $"{at:O}",
        string text => text,
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object>().Select(m => m.ToString())),
        _ => $"{value}",
    };
}
