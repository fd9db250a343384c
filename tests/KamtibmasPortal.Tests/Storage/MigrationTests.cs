using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Tests.Storage;

public sealed class MigrationTests(Stores stores)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task An_empty_store_is_brought_to_this_version_and_a_second_start_changes_nothing(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Nothing);

        await store.RowsAsync(db => db.Database.MigrateAsync(TestContext.Current.CancellationToken));
        var applied = await store.RowsAsync(db => db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        await store.RowsAsync(db => db.Database.MigrateAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(applied);
        Assert.Equal(applied, await store.RowsAsync(db => db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(await store.RowsAsync(db => db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await store.RowsAsync(db => db.Articles.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_migrations_build_the_model_of_the_code(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Nothing);

        Assert.False(await store.RowsAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task Both_stores_have_the_same_migrations()
    {
        await using var sqlite = await stores.CreateAsync(StorageProvider.Sqlite, Contents.Nothing);
        await using var postgres = await stores.CreateAsync(StorageProvider.Postgres, Contents.Nothing);

        var ids = await sqlite.RowsAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));

        Assert.NotEmpty(ids);
        Assert.Equal(ids, await postgres.RowsAsync(db => Task.FromResult(db.Database.GetMigrations().ToList())));
    }
}
