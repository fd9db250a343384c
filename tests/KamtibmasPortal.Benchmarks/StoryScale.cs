using System.Diagnostics;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// What one new article costs to be placed among 10,000 and 100,000 generated ones with planted copies, on either store. Each is placed
/// three times, twice taken back: the first shows what the clock says, the best what it costs where others do not take the processor away.
/// </summary>
internal static class StoryScale
{
    private const int Measured = 1_500;
    private const int Batch = 250;
    private const double Limit = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = args.Length > 3 ? [.. args[3].Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))] : [10_000, 100_000];
        var failed = 0;
        foreach (var provider in Enum.GetValues<StorageProvider>().Where(p => args.Length < 3 || p.ToString().Equals(args[2], StringComparison.OrdinalIgnoreCase)))
        {
            failed |= provider is StorageProvider.Sqlite ? await SqliteAsync(sizes) : await PostgresAsync(sizes);
        }

        return failed;
    }

    private static async Task<int> SqliteAsync(int[] sizes)
    {
        var place = Directory.CreateTempSubdirectory("portal-stories-").FullName;
        var file = Path.Combine(place, "portal.db");
        try
        {
            return await MeasureAsync(sizes, StorageProvider.Sqlite, $"Data Source={file}", () => Task.FromResult(new FileInfo(file).Length));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task<int> PostgresAsync(int[] sizes)
    {
        await using var server = await PostgresServer.StartAsync();
        return await MeasureAsync(sizes, StorageProvider.Postgres, server.ConnectionString("postgres"), async () =>
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString("postgres"));
            await using var command = source.CreateCommand("SELECT pg_database_size('postgres')");
            return (long)(await command.ExecuteScalarAsync())!;
        });
    }

    private static async Task<int> MeasureAsync(int[] sizes, StorageProvider provider, string connection, Func<Task<long>> size)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPortalStorage(provider, connection).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.MigrateAsync();
        }

        var empty = await size();
        var generator = new StoryGenerator(seed: 42, sizes[^1] + Measured);
        var p95 = new List<double>();
        var placed = 0;
        foreach (var wanted in sizes)
        {
            var clock = Stopwatch.StartNew();
            var before = placed;
            for (; placed < wanted; placed += Batch)
            {
                await PlaceAsync(services, generator.Next(Batch), keep: true);
            }

            var loading = clock.Elapsed.TotalMilliseconds / Math.Max(1, placed - before);
            var (first, times) = (new List<double>(), new List<double>());
            for (var i = 0; i < Measured; i++, placed++)
            {
                var article = generator.Next(1);
                double[] tries = [await PlaceAsync(services, article, keep: false), await PlaceAsync(services, article, keep: false), await PlaceAsync(services, article, keep: true)];
                first.Add(tries[0]);
                times.Add(tries.Min());
            }

            first.Sort();
            times.Sort();
            p95.Add(times[(int)(times.Count * 0.95)]);
            var (stories, joined) = await CountAsync(services);
            Say($"{provider}, {placed - Measured} articles: placing one takes {times[times.Count / 2]:0.00} ms, p95 {p95[^1]:0.00}, p99 {times[(int)(times.Count * 0.99)]:0.00}; at the first try p95 {first[(int)(first.Count * 0.95)]:0.00} (loaded at {loading:0.00} ms each); {stories} stories of {joined} articles, planted copies found {generator.Found(await StoriesAsync(services)):0.000}; store {(await size() - empty) / 1048576.0:0} MB, process {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MB managed");
        }

        return Floors.Check("stories", provider.ToString().ToLowerInvariant(), new Dictionary<string, double>
        {
            ["limit/p95"] = Limit / p95[^1],
            ["p95 smallest/largest"] = p95[0] / p95[^1],
            ["copies found"] = generator.Found(await StoriesAsync(services)),
        });
    }

    /// <returns>Milliseconds without the commit.</returns>
    private static async Task<double> PlaceAsync(IServiceProvider services, List<Article> articles, bool keep)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, store) = (scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<StoryStore>());
        using var turn = await db.WriteTurnAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var start = Stopwatch.GetTimestamp();
        foreach (var article in articles)
        {
            await store.PlaceAsync(article, isNew: true, CancellationToken.None);
        }

        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await (keep ? transaction.CommitAsync() : transaction.RollbackAsync());
        return milliseconds;
    }

    private static async Task<Dictionary<Guid, Guid>> StoriesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().StoryEntries.Where(e => e.StoryId != null).ToDictionaryAsync(e => e.ArticleId, e => e.StoryId!.Value);
    }

    private static async Task<(int Stories, int Joined)> CountAsync(IServiceProvider services)
    {
        var all = await StoriesAsync(services);
        return (all.Values.Distinct().Count(), all.Count);
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
