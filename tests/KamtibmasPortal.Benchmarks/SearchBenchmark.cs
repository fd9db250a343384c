using System.Diagnostics;
using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// Search over generated articles on either store: every shape of query by class of word, one client and eight. The articles come from a
/// folder with articles.tsv and terms.tsv; what they mean does not matter, only how words and tags are spread.
/// </summary>
internal static class SearchBenchmark
{
    private const int Queries = 24;
    private const int Clients = 8;

    /// <summary>Goals in milliseconds at a million articles, one client, on the machine the portal was measured on.</summary>
    private static readonly (double Newest, double Relevance, double Facets, double Browse) s_sqliteLimits = (25, 40, 280, 3);

    private static readonly (double Newest, double Relevance, double Facets, double Browse) s_postgresLimits = (80, 170, 350, 3);

    private static readonly (string Name, double Low, double High)[] s_classes =
        [("rare", 0.00002, 0.0005), ("mid", 0.005, 0.02), ("common", 0.08, 0.2), ("very common", 0.5, 1)];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length < 2 || !File.Exists(Path.Combine(args[1], "articles.tsv")))
        {
            Console.Error.WriteLine("usage: search FOLDER [sqlite|postgres] [COUNT] [FILE|CONNECTION] [SHAPE]; the fourth names a SQLite file or a PostgreSQL database that keeps the articles for another run; SHAPE is a part of the names of those query shapes that are to be measured, without floors; FOLDER holds articles.tsv (id, time, source, region, path, {agencies}, {topics}, title, body) and terms.tsv (word, articles)");
            return 2;
        }

        var count = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : int.MaxValue;
        var failed = 0;
        foreach (var provider in Enum.GetValues<StorageProvider>().Where(p => args.Length < 3 || p.ToString().Equals(args[2], StringComparison.OrdinalIgnoreCase)))
        {
            failed |= provider is StorageProvider.Sqlite ? await SqliteAsync(args[1], count, args.ElementAtOrDefault(4), args.ElementAtOrDefault(5)) : await PostgresAsync(args[1], count, args.ElementAtOrDefault(4), args.ElementAtOrDefault(5));
        }

        return failed;
    }

    private static async Task<int> SqliteAsync(string folder, int count, string? kept, string? only)
    {
        var place = Directory.CreateTempSubdirectory("portal-search-").FullName;
        var file = kept ?? Path.Combine(place, "portal.db");
        try
        {
            return await MeasureAsync(folder, count, only, StorageProvider.Sqlite, $"Data Source={file}", () => Task.FromResult(new FileInfo(file).Length));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task<int> PostgresAsync(string folder, int count, string? kept, string? only)
    {
        await using var server = kept is null ? await PostgresServer.StartAsync() : null;
        var connection = kept ?? server!.ConnectionString("postgres");
        return await MeasureAsync(folder, count, only, StorageProvider.Postgres, connection, async () =>
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(connection);
            await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
            return (long)(await command.ExecuteScalarAsync())!;
        });
    }

    private static async Task<int> MeasureAsync(string folder, int count, string? only, StorageProvider provider, string connection, Func<Task<long>> size)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPortalStorage(provider, connection).BuildServiceProvider();
        var clock = Stopwatch.StartNew();
        var load = new SearchLoad(services, folder);
        var loaded = await load.CountAsync() is > 0 and var held ? held : await load.RunAsync(count);
        Say($"{provider}: {loaded} articles loaded and indexed in {clock.Elapsed.TotalSeconds:0} s ({clock.Elapsed.TotalMilliseconds / loaded:0.00} ms each), store {await size() / 1048576.0:0} MB");
        var words = Words(folder, loaded);
        var shapes = Shapes(words);
        await services.GetRequiredService<EntryShelf>().LoadAsync(services.CreateScope().ServiceProvider.GetRequiredService<PortalDbContext>(), CancellationToken.None);
        var p95 = new Dictionary<string, double>(StringComparer.Ordinal);
        Say($"{"query shape",-34} {"p50",8} {"p95",8}   ms, one client; {"p95",8} at {Clients} clients");
        foreach (var (name, ask, queries) in shapes.Where(s => only is null || s.Name.Contains(only, StringComparison.Ordinal)))
        {
            await TimesAsync(services, ask, [.. queries.Take(3)]);
            var one = await TimesAsync(services, ask, queries);
            var many = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => TimesAsync(services, ask, [.. queries.Skip(i * 3).Concat(queries).Take(6)]))))).SelectMany(t => t).ToList();
            p95[name] = At(one, 0.95);
            Say($"{name,-34} {At(one, 0.5),8:0.0} {At(one, 0.95),8:0.0} {At(many, 0.95),38:0.0}");
        }

        if (only is not null)
        {
            return 0;
        }

        await AppendAsync(services, load, shapes.First(s => s.Name == "newest common"));
        var (newest, relevance) = (Worst("newest"), Worst("relevance"));
        var limits = provider is StorageProvider.Postgres ? s_postgresLimits : s_sqliteLimits;
        return Floors.Check("search", provider.ToString().ToLowerInvariant(), new Dictionary<string, double>
        {
            ["rare p95/worst p95"] = p95["newest rare"] / newest,
            ["limit/p95 newest"] = limits.Newest / newest,
            ["limit/p95 relevance"] = limits.Relevance / relevance,
            ["limit/p95 facets"] = limits.Facets / Worst("facets"),
            ["limit/p95 browse"] = limits.Browse / p95["browse a region: page"],
        });

        double Worst(string kind) => p95.Where(p => p.Key.StartsWith(kind, StringComparison.Ordinal)).Max(p => p.Value);
    }

    /// <summary>What appending costs while others search, and searching while somebody appends. A kept store has the appended ones from then on.</summary>
    private static async Task AppendAsync(IServiceProvider services, SearchLoad load, (string Name, Func<SearchQueries, SearchRequest, Task> Ask, List<SearchRequest> Queries) shape)
    {
        const int Appended = 300;
        var alone = await load.AppendAsync(Appended);
        using var stop = new CancellationTokenSource();
        var searching = Enumerable.Range(0, Clients / 2).Select(i => Task.Run(async () =>
        {
            var times = new List<double>();
            while (!stop.IsCancellationRequested)
            {
                times.AddRange(await TimesAsync(services, shape.Ask, [.. shape.Queries.Skip(i)]));
            }

            return times;
        })).ToList();
        var beside = await load.AppendAsync(Appended);
        await stop.CancelAsync();
        var searched = (await Task.WhenAll(searching)).SelectMany(t => t).ToList();
        Say($"appending an article, a transaction each: {At(alone, 0.5):0.0} ms, p95 {At(alone, 0.95):0.0}; while {Clients / 2} clients search {At(beside, 0.5):0.0}, p95 {At(beside, 0.95):0.0}; their searches ({shape.Name}) {At(searched, 0.5):0.0}, p95 {At(searched, 0.95):0.0}");
    }

    private static List<(string Name, Func<SearchQueries, SearchRequest, Task> Ask, List<SearchRequest> Queries)> Shapes(Dictionary<string, List<string>> words)
    {
        var shapes = new List<(string, Func<SearchQueries, SearchRequest, Task>, List<SearchRequest>)>();
        var filter = new ArticleFilter { Regions = ["31"], Topics = ["narkotika"] };
        foreach (var (name, _, _) in s_classes)
        {
            shapes.Add(($"newest {name}", Page, [.. words[name].Select(w => Request(w, SearchSort.Newest))]));
        }

        shapes.Add(("newest two words", Page, [.. words["common"].Zip(words["mid"], (a, b) => Request($"{a} {b}", SearchSort.Newest))]));
        shapes.Add(("newest common and rare", Page, [.. words["very common"].Zip(words["rare"], (a, b) => Request($"{a} {b}", SearchSort.Newest))]));
        shapes.Add(("newest phrase", Page, [.. words["phrase"].Select(w => Request($"\"{w}\"", SearchSort.Newest))]));
        shapes.Add(("newest without a word", Page, [.. words["common"].Zip(words["very common"], (a, b) => Request($"{a} -{b}", SearchSort.Newest))]));
        shapes.Add(("newest common, region and topic", Page, [.. words["common"].Select(w => Request(w, SearchSort.Newest, filter))]));
        shapes.Add(("newest common, one year", Page, [.. words["common"].Select(w => Request(w, SearchSort.Newest, new ArticleFilter { From = new(2021, 1, 1), To = new(2021, 12, 31) }))]));
        foreach (var (name, _, _) in s_classes)
        {
            shapes.Add(($"relevance {name}", Page, [.. words[name].Select(w => Request(w, SearchSort.Relevance))]));
        }

        shapes.Add(("facets common", Facets, [.. words["common"].Select(w => Request(w, SearchSort.Newest))]));
        shapes.Add(("facets very common", Facets, [.. words["very common"].Select(w => Request(w, SearchSort.Newest))]));
        shapes.Add(("browse a region: page", Page, [.. Enumerable.Repeat(Request("", SearchSort.Newest, new ArticleFilter { Regions = ["31"] }), Queries)]));
        shapes.Add(("browse a region: facets", Facets, [.. Enumerable.Repeat(Request("", SearchSort.Newest, new ArticleFilter { Regions = ["31"] }), Queries)]));
        return shapes;

        static Task Page(SearchQueries search, SearchRequest request) => search.PageAsync(request, 20, null, CancellationToken.None);

        static Task Facets(SearchQueries search, SearchRequest request) => search.FacetsAsync(request, CancellationToken.None);
    }

    private static SearchRequest Request(string text, SearchSort sort, ArticleFilter? filter = null) => new(s_parser.Value.Parse(text), filter ?? new ArticleFilter(), sort);

    private static readonly Lazy<SearchQueryParser> s_parser = new(() =>
    {
        var words = new News.Text.Words.WordReader();
        return new SearchQueryParser(words, ReferenceData.CreateSearchNames(words));
    });

    private static async Task<List<double>> TimesAsync(IServiceProvider services, Func<SearchQueries, SearchRequest, Task> ask, List<SearchRequest> queries)
    {
        var times = new List<double>();
        foreach (var query in queries)
        {
            await using var scope = services.CreateAsyncScope();
            var search = scope.ServiceProvider.GetRequiredService<SearchQueries>();
            var clock = Stopwatch.StartNew();
            try
            {
                await ask(search, query);
            }
            catch (SearchTooBroadException)
            {
                Say($"  too broad: {query.Query.Text}");
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static Dictionary<string, List<string>> Words(string folder, int articles)
    {
        var all = File.ReadLines(Path.Combine(folder, "terms.tsv")).Select(l => l.Split('\t')).Select(c => (Word: c[0], Share: double.Parse(c[1], CultureInfo.InvariantCulture))).ToList();
        var total = Math.Max(articles, all.Max(w => w.Share));
        var words = s_classes.ToDictionary(c => c.Name, c => Spread([.. all.Where(w => !w.Word.Contains(' ', StringComparison.Ordinal) && w.Share / total >= c.Low && w.Share / total <= c.High).Select(w => w.Word)]), StringComparer.Ordinal);
        words["phrase"] = Spread([.. all.Where(w => w.Word.Contains(' ', StringComparison.Ordinal)).Select(w => w.Word)]);
        return words;
    }

    private static List<string> Spread(List<string> words) => [.. Enumerable.Range(0, Queries).Select(i => words[i * words.Count / Queries])];

    private static double At(List<double> times, double share) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
