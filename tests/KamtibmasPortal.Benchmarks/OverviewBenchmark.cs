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
/// What the redaksi's overview asks the store over 100,000 articles of 200 sources: a third of them in the thirty days that are shown, every
/// tenth waiting, every fiftieth withdrawn, every fifth corrected by an editor, and a month of polls. On either store.
/// </summary>
internal static class OverviewBenchmark
{
    private const int Articles = 100_000;
    private const int Batch = 1000;
    private const int Times = 40;
    private const int RunsOfSource = 300;

    /// <summary>Milliseconds in which the figures must be there.</summary>
    private const double Limit = 300;

    private static readonly DateTime s_now = new(2026, 11, 29, 3, 0, 0, DateTimeKind.Utc);

    public static async Task<int> RunAsync(string[] args)
    {
        var failed = 0;
        if (args.Length < 2 || args[1] == "sqlite")
        {
            var place = Directory.CreateTempSubdirectory("portal-overview-").FullName;
            failed |= await MeasureAsync("sqlite", StorageProvider.Sqlite, $"Data Source={Path.Combine(place, "portal.db")}");
            SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
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
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new Fixed()).AddLogging().AddPortalStorage(provider, connection).BuildServiceProvider();
        await LoadAsync(services);
        var (whole, parts) = (new List<double>(), new Dictionary<string, List<double>>(StringComparer.Ordinal));
        for (var i = 0; i < Times; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var (overview, health) = (scope.ServiceProvider.GetRequiredService<OverviewQueries>(), scope.ServiceProvider.GetRequiredService<SourceHealthQueries>());
            var start = Stopwatch.GetTimestamp();
            await TimeAsync("waiting", () => overview.WaitingAsync(CancellationToken.None));
            await TimeAsync("days", () => overview.DaysAsync(30, CancellationToken.None));
            await TimeAsync("health", () => health.AllAsync(CancellationToken.None));
            await TimeAsync("polls", () => overview.PollsAsync(TimeSpan.FromDays(7), CancellationToken.None));
            await TimeAsync("corrected", () => overview.CorrectedAsync(10, CancellationToken.None));
            whole.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        parts["all"] = whole;
        foreach (var (name, times) in parts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview.{store} {name,-10} first {times[0]:0} ms, p50 {Rank(times, .5):0} ms, p95 {Rank(times, .95):0} ms"));
        }

        await using var last = services.CreateAsyncScope();
        var sizes = Stopwatch.GetTimestamp();
        var measured = await last.ServiceProvider.GetRequiredService<PortalDbContext>().SizesAsync(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overview.{store} sizes      {Stopwatch.GetElapsedTime(sizes).TotalMilliseconds:0} ms (in the background): {measured}"));
        return Floors.Check("overview", store, new Dictionary<string, double>(StringComparer.Ordinal) { ["limit/p95"] = Limit / Rank(whole, .95) });

        async Task TimeAsync<T>(string name, Func<Task<T>> ask)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            if (!parts.TryGetValue(name, out var times))
            {
                parts[name] = times = [];
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>Of the times behind the first, which pays for compiling.</summary>
    private static double Rank(List<double> times, double share) => times.Skip(1).Order().ElementAt((int)((times.Count - 2) * share));

    private static async Task LoadAsync(IServiceProvider services)
    {
        var regions = ReferenceData.Regions().Where(r => r.Level is RegionLevel.Regency).ToList();
        var topics = ReferenceData.Topics();
        var sources = Enumerable.Range(1, 200).Select(i => new Source { Id = new Guid(i, 0, 0, new byte[8]), Name = $"Sumber {i}", Kind = SourceKind.Feed, Address = $"https://s{i}.example/feed", Publisher = $"Penerbit {i}" }).ToList();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await db.Database.MigrateAsync();
            await ReferenceData.LoadAsync(db, CancellationToken.None);
            db.Sources.AddRange(sources);
            await db.SaveChangesAsync();
        }

        for (var from = 0; from < Articles; from += Batch)
        {
            var articles = Enumerable.Range(from, Batch).Select(i => Make(i, sources[i % sources.Count], regions[i % regions.Count].Code, topics[i % topics.Count].Slug)).ToList();
            await WriteAsync(services, rows =>
            {
                rows.AddRange(articles);
                rows.AddRange(articles.SelectMany(a => a.Tags));
                rows.AddRange(articles.Where((_, i) => i % 5 == 1).Select(a => new RefusedTag { ArticleId = a.Id, Kind = TagKind.Topic, Key = topics[a.Title.Length % topics.Count].Slug, Editor = "rani@contoh.id", At = s_now }));
                rows.AddRange(articles.Select(a => new SourceItem { SourceId = a.SourceId, Key = a.Key, SeenAt = a.FirstSeenAt }));
            });
        }

        foreach (var source in sources)
        {
            await WriteAsync(services, rows => rows.AddRange(Enumerable.Range(0, RunsOfSource).Select(i => Run(source, i))));
        }
    }

    private static async Task WriteAsync(IServiceProvider services, Action<PlainRows> add)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var rows = new PlainRows(db);
        add(rows);
        await rows.WriteAsync(CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static FetchRun Run(Source source, int i)
    {
        var at = s_now.AddHours(-2.4 * i);
        var run = new FetchRun { Id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), SourceId = source.Id, StartedAt = at };
        run.Finish(at.AddSeconds(20), i % 9 == 4 ? FailureReason.Unreachable : null);
        return run;
    }

    private static Article Make(int i, Source source, string region, string topic)
    {
        // A third of them within the thirty days that are shown.
        var at = s_now.AddMinutes(-(i % 3 == 0 ? i * 43_000.0 / Articles : 44_000 + (i * 5.0)));
        var article = new Article
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)),
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
        };
        article.Tags.Add(Tag(TagKind.Region, region, TagOrigin.Rule));
        article.Tags.AddRange(Region.AncestorsOf(region).Select(a => Tag(TagKind.Region, a, TagOrigin.Rule, isImplied: true)));
        article.Tags.Add(Tag(TagKind.Topic, topic, i % 5 == 0 ? TagOrigin.Editor : TagOrigin.Rule));
        article.Enter(i % 10 == 0 ? Trust.Review : Trust.Publish);
        if (i % 50 == 1)
        {
            article.TryWithdraw("Penerbit mencabut terbitannya.", at.AddHours(1));
        }

        return article;

        ArticleTag Tag(TagKind kind, string key, TagOrigin origin, bool isImplied = false) => new() { ArticleId = article.Id, Kind = kind, Key = key, IsMain = !isImplied, IsImplied = isImplied, Origin = origin, Confidence = 0.95 };
    }

    private sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(s_now, TimeSpan.Zero);
    }
}
