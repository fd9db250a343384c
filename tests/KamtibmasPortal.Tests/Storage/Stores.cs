using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(Stores))]

namespace KamtibmasPortal.Tests.Storage;

/// <summary>What a new store holds.</summary>
public enum Contents
{
    /// <summary>Nothing, not even tables.</summary>
    Nothing,

    /// <summary>All tables, and in them nothing but the topics.</summary>
    Tables,

    /// <summary>All tables, and every region, topic and registered agency.</summary>
    Reference,
}

/// <summary>Rows of a theory that runs on both stores: <c>[Theory, ClassData(typeof(BothStores))]</c>.</summary>
public sealed class BothStores : TheoryData<StorageProvider>
{
    public BothStores()
        : base(StorageProvider.Sqlite, StorageProvider.Postgres)
    {
    }
}

/// <summary>
/// Makes fresh stores for tests: real SQLite files and databases of a real PostgreSQL server. One for the whole
/// assembly; a test class takes it as a constructor parameter. A store is a copy of a template that is filled once.
/// </summary>
public sealed class Stores : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("portal-tests-").FullName;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HashSet<(StorageProvider, Contents)> _templates = [];
    private PostgresServer? _postgres;
    private int _made;

    /// <param name="provider">Which store.</param>
    /// <param name="contents">What it holds at birth.</param>
    /// <param name="collation">PostgreSQL only: an ICU language the database sorts by, instead of code points.</param>
    public async Task<TestStore> CreateAsync(StorageProvider provider, Contents contents = Contents.Tables, string? collation = null)
    {
        await _oneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (provider is StorageProvider.Postgres)
            {
                _postgres ??= await PostgresServer.StartAsync();
            }

            if (contents is not Contents.Nothing && collation is null && _templates.Add((provider, contents)))
            {
                await FillTemplateAsync(provider, contents);
            }

            return await CopyAsync(provider, contents, collation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
        _oneAtATime.Dispose();
    }

    internal async Task DropAsync(StorageProvider provider, string name)
    {
        if (provider is StorageProvider.Sqlite)
        {
            foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm"])
            {
                File.Delete(SqliteFile(name) + suffix);
            }
        }
        else
        {
            await ExecuteAsync($"""DROP DATABASE "{name}" WITH (FORCE)""");
        }
    }

    private async Task FillTemplateAsync(StorageProvider provider, Contents contents)
    {
        var name = TemplateName(contents);
        if (provider is StorageProvider.Postgres)
        {
            await ExecuteAsync($"""CREATE DATABASE "{name}" """);
        }

        var template = new TestStore(this, provider, name, ConnectionString(provider, name));
        await template.FillAsync(contents);
        await template.CloseAsync();
    }

    private async Task<TestStore> CopyAsync(StorageProvider provider, Contents contents, string? collation)
    {
        var name = $"t{Interlocked.Increment(ref _made)}";
        if (provider is StorageProvider.Postgres)
        {
            var source = collation is not null ? $"template0 LOCALE_PROVIDER icu ICU_LOCALE '{collation}'"
                : contents is Contents.Nothing ? "template0" : $"\"{TemplateName(contents)}\"";
            await ExecuteAsync($"""CREATE DATABASE "{name}" TEMPLATE {source}""");
        }
        else if (contents is not Contents.Nothing)
        {
            File.Copy(SqliteFile(TemplateName(contents)), SqliteFile(name));
        }

        var store = new TestStore(this, provider, name, ConnectionString(provider, name));
        if (collation is not null)
        {
            await store.FillAsync(contents);
        }

        return store;
    }

    private static string TemplateName(Contents contents) => contents is Contents.Reference ? "with_reference" : "with_tables";

    private string SqliteFile(string name) => Path.Combine(_directory, name + ".db");

    private string ConnectionString(StorageProvider provider, string name) =>
        provider is StorageProvider.Sqlite ? $"Data Source={SqliteFile(name)}" : _postgres!.ConnectionString(name);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres!.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
