using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>
/// One fresh store, wired as the portal wires it. Its clock stands at <see cref="Start"/> until a test moves it.
/// Disposing removes it.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>10 January 2024, 10:00 WIB.</summary>
    public static readonly DateTimeOffset Start = new(2024, 1, 10, 3, 0, 0, TimeSpan.Zero);

    private readonly Stores _stores;
    private readonly string _name;
    private readonly ServiceProvider _services;

    internal TestStore(Stores stores, StorageProvider provider, string name, string connectionString)
    {
        (_stores, _name, Provider, ConnectionString) = (stores, name, provider, provider is StorageProvider.Postgres ? StorageSetup.WithTimeout(connectionString) : connectionString);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddPortalStorage(provider, connectionString)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public StorageProvider Provider { get; }

    /// <summary>For a portal that a test starts on this store.</summary>
    public string ConnectionString { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>A scope of its own, as one request or one run has it.</summary>
    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Runs <paramref name="use"/> in a scope of its own with one of the portal's services.</summary>
    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Scope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task UseAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = Scope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads or writes rows as they are, past every rule.</summary>
    public Task<TResult> RowsAsync<TResult>(Func<PortalDbContext, Task<TResult>> use) => UseAsync(use);

    public Task RowsAsync(Func<PortalDbContext, Task> use) => UseAsync(use);

    public async Task<Source> AddSourceAsync(string name, string publisher, Trust trust = Trust.Publish, Display display = Display.FullText)
    {
        var source = new Source
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            Name = name,
            Kind = SourceKind.Folder,
            Address = "/articles/" + name,
            Publisher = publisher,
            Trust = trust,
            Display = display,
        };
        await RowsAsync(async db =>
        {
            db.Sources.Add(source);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return source;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _stores.DropAsync(Provider, _name);
    }

    internal async Task FillAsync(Contents contents)
    {
        await RowsAsync(async db =>
        {
            await db.Database.MigrateAsync();
            if (contents is Contents.Reference)
            {
                await ReferenceData.LoadAsync(db, [], CancellationToken.None);
            }
            else if (contents is Contents.Tables)
            {
                db.Topics.AddRange(ReferenceData.Topics());
                await db.SaveChangesAsync();
            }
        });
    }

    /// <summary>Lets go of every connection; a SQLite file is whole after it.</summary>
    internal async Task CloseAsync()
    {
        await _services.DisposeAsync();
        if (Provider is StorageProvider.Sqlite)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
