using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using KamtibmasPortal.Tests.Web;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>How long the queue takes to open in an editor's browser while 50,000 articles wait: the whole request over loopback, whole page read, on either store.</summary>
internal static partial class QueueBenchmark
{
    private const int Waiting = 50_000;
    private const int Batch = 1000;
    private const int Times = 40;
    private const double Limit = 300;
    private const string Password = "Gerbang-kota-2026";
    private const string Email = "ukur@contoh.id";

    public static async Task<int> RunAsync(string[] args)
    {
        var failed = 0;
        if (args.Length < 2 || args[1] == "sqlite")
        {
            failed |= await MeasureAsync("sqlite", []);
        }

        if (args.Length < 2 || args[1] == "postgres")
        {
            await using var server = await PostgresServer.StartAsync();
            failed |= await MeasureAsync("postgres", ["--Storage:Provider=Postgres", $"--ConnectionStrings:Portal={server.ConnectionString("postgres")}"]);
        }

        return failed;
    }

    private static async Task<int> MeasureAsync(string store, string[] settings)
    {
        await using var portal = new LoadedPortal(settings);
        await portal.InitializeAsync();
        await LoadAsync(portal.Services);
        using var editor = portal.NewClient();
        await EnterAsync(portal, editor);
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, address) in new[] { ("open", "/redaksi"), ("reason", "/redaksi/antrean?alasan=Sensitive"), ("duplicate", "/redaksi/antrean?alasan=Duplicate"), ("region", "/redaksi/antrean?wilayah=61.72"), ("topic", "/redaksi/antrean?topik=nataru"), ("nobody", "/redaksi/antrean?petugas=-") })
        {
            var times = await TimesAsync(editor, address);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"queue.{store} {name,-10} first {times[0]:0} ms, p50 {Rank(times, .5):0} ms, p95 {Rank(times, .95):0} ms"));
            figures[$"limit/p95 {name}"] = Limit / Rank(times, .95);
        }

        return Floors.Check("queue", store, figures);
    }

    private static async Task<List<double>> TimesAsync(HttpClient editor, string address)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var page = await editor.GetStringAsync(address);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!page.Contains("Berita yang menunggu", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("That is not the queue.");
            }
        }

        return times;
    }

    /// <summary>Of the times behind the first, which pays for compiling.</summary>
    private static double Rank(List<double> times, double share) => times.Skip(1).Order().ElementAt((int)((times.Count - 2) * share));

    private static async Task EnterAsync(LoadedPortal portal, HttpClient editor)
    {
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(Email, Password, EditorRoles.Editor);
        }

        var token = Token().Match(await editor.GetStringAsync("/redaksi/masuk")).Groups[1].Value;
        using var entered = await editor.PostAsync("/redaksi/masuk", new FormUrlEncodedContent([KeyValuePair.Create("Email", Email), KeyValuePair.Create("Password", Password), KeyValuePair.Create("__formulir", token)]));
    }

    private static async Task LoadAsync(IServiceProvider services)
    {
        var regions = ReferenceData.Regions().Where(r => r.Level is RegionLevel.Regency).ToList();
        var topics = ReferenceData.Topics();
        var sources = Enumerable.Range(1, 200).Select(i => new Source { Id = new Guid(i, 0, 0, new byte[8]), Name = $"Sumber {i}", Kind = SourceKind.Folder, Address = $"/{i}", Publisher = $"Penerbit {i}", Trust = Trust.Review, IsPaused = true }).ToList();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
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

    [GeneratedRegex("name=\"__formulir\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed class LoadedPortal(string[] settings) : RunningPortal
    {
        protected override string[] MoreSettings => settings;
    }
}
