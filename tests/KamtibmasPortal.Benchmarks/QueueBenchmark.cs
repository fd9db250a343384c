using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// What the page of the queue asks the store while 50,000 articles wait, as it opens and under each filter, on either store: the page's 25
/// articles with tags and stories, the numbers behind the filters, topics and editors.
/// </summary>
internal static class QueueBenchmark
{
    private const int Waiting = 50_000;
    private const int Batch = 1000;
    private const int Times = 40;
    private const int PageSize = 25;

    /// <summary>Milliseconds in which the page must open.</summary>
    private const double Limit = 300;

    private static readonly (string Name, QueueFilter Filter)[] s_views =
    [
        ("open", new()), ("reason", new() { Reason = QueueReason.Sensitive }), ("duplicate", new() { Reason = QueueReason.Duplicate }), ("region", new() { Region = "61.72" }),
        ("topic", new() { Topic = "nataru" }), ("nobody", new() { Assignee = "" }), ("source", new() { Source = SourceId(7) }),
    ];

    /// <summary>queue [sqlite|postgres] [FOLDER]: a folder keeps the SQLite file for a portal that is started on it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var failed = 0;
        if (args.Length < 2 || args[1] == "sqlite")
        {
            var place = args.Length > 2 ? Directory.CreateDirectory(args[2]).FullName : Directory.CreateTempSubdirectory("portal-queue-").FullName;
            failed |= await MeasureAsync("sqlite", StorageProvider.Sqlite, $"Data Source={Path.Combine(place, "portal.db")}");
            SqliteConnection.ClearAllPools();
            if (args.Length < 3)
            {
                Directory.Delete(place, recursive: true);
            }
        }

        if (args.Length < 2 || args[1] == "postgres")
        {
            await using var server = await PostgresServer.StartAsync();
            failed |= await MeasureAsync("postgres", StorageProvider.Postgres, server.ConnectionString("postgres"));
        }

        return failed;
    }

    private static async Task<int> MeasureAsync(string store, StorageProvider provider, string connection)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddPortalStorage(provider, connection).BuildServiceProvider();
        await LoadAsync(services);
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, filter) in s_views)
        {
            var times = await TimesAsync(services, filter);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"queue.{store} {name,-10} first {times[0]:0} ms, p50 {Rank(times, .5):0} ms, p95 {Rank(times, .95):0} ms"));
            figures[$"limit/p95 {name}"] = Limit / Rank(times, .95);
        }

        return Floors.Check("queue", store, figures);
    }

    private static async Task<List<double>> TimesAsync(IServiceProvider services, QueueFilter filter)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var scope = services.CreateAsyncScope();
            var queue = scope.ServiceProvider.GetRequiredService<QueueQueries>();
            await queue.PageAsync(filter, PageSize, null, CancellationToken.None);
            await queue.CountsByReasonAsync(CancellationToken.None);
            await queue.SourcesAsync(CancellationToken.None);
            await queue.CountAsync(filter, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<CatalogQueries>().TopicsAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<DeskQueries>().EditorsAsync(CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Of the times behind the first, which pays for compiling.</summary>
    private static double Rank(List<double> times, double share) => times.Skip(1).Order().ElementAt((int)((times.Count - 2) * share));

    private static Guid SourceId(int number) => new(number, 0, 0, new byte[8]);

    private static async Task LoadAsync(IServiceProvider services)
    {
        var regions = ReferenceData.Regions().Where(r => r.Level is RegionLevel.Regency).ToList();
        var topics = ReferenceData.Topics();
        var sources = Enumerable.Range(1, 200).Select(i => new Source { Id = SourceId(i), Name = $"Sumber {i}", Kind = SourceKind.Folder, Address = $"/{i}", Publisher = $"Penerbit {i}", Trust = Trust.Review, IsPaused = true }).ToList();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Database.MigrateAsync();
            await ReferenceData.LoadAsync(db, CancellationToken.None);
            db.Sources.AddRange(sources);
            await db.SaveChangesAsync();
        }

        for (var from = 0; from < Waiting; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var rows = new PlainRows(db);
            var articles = Enumerable.Range(from, Batch).Select(i => Make(i, sources[i % sources.Count], regions[i % regions.Count].Code, topics[i % topics.Count].Slug)).ToList();
            rows.AddRange(articles);
            rows.AddRange(articles.SelectMany(a => a.Tags));
            await rows.WriteAsync(CancellationToken.None);
            await transaction.CommitAsync();
        }
    }

    /// <summary>As long as a release is, every tenth sensitive, every fifth doubtful.</summary>
    private static Article Make(int i, Source source, string region, string topic)
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i);
        var id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero));
        var article = new Article
        {
            Id = id,
            SourceId = source.Id,
            Key = $"{i}",
            Publisher = source.Publisher,
            Title = $"Ronda malam nomor {i} di {region}",
            Summary = "Warga dan polsek menghidupkan ronda malam di tiga gang.",
            Body = string.Join("\n\n", Enumerable.Repeat("Warga dan polsek menghidupkan ronda malam di tiga gang, regu dibagi dua putaran, ketua RW menyediakan kopi dan kentungan untuk peserta.", 15)),
            ContentSha256 = i.ToString(CultureInfo.InvariantCulture).PadLeft(64, '0'),
            FirstSeenAt = at,
            PublishedAt = at,
            PublishedPrecision = DatePrecision.Minute,
            PublishedDay = DateOnly.FromDateTime(at),
            RankedAt = at,
            Version = Guid.NewGuid(),
            IsSensitive = i % 10 == 0,
        };
        article.Tags.Add(Tag(TagKind.Region, region, i % 5 == 0 ? 0.6 : 0.95, isImplied: false));
        article.Tags.AddRange(Region.AncestorsOf(region).Select(a => Tag(TagKind.Region, a, 0.95, isImplied: true)));
        article.Tags.Add(Tag(TagKind.Topic, topic, 0.95, isImplied: false));
        article.Enter(Trust.Review);
        return article;

        ArticleTag Tag(TagKind kind, string key, double confidence, bool isImplied) => new() { ArticleId = id, Kind = kind, Key = key, IsMain = !isImplied, IsImplied = isImplied, Origin = TagOrigin.Rule, Confidence = confidence };
    }
}
