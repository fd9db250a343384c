using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Generated articles into a store, many in one transaction. Their regions, agencies and topics stand for rows of the reference tables.</summary>
internal sealed class SearchLoad(IServiceProvider services, string folder)
{
    private const int Batch = 1000;

    private readonly string _file = Path.Combine(folder, "articles.tsv");
    private readonly List<Region> _regencies = [.. ReferenceData.Regions().Where(r => r.Level is RegionLevel.Regency)];
    private readonly IReadOnlyList<RegisteredAgency> _agencies = ReferenceData.Agencies();
    private readonly IReadOnlyList<Topic> _topics = ReferenceData.Topics();

    // The same ids in every run: a kept store has them already.
    private readonly List<Source> _sources = [.. Enumerable.Range(1, 200).Select(i => new Source { Id = new Guid(i, 0, 0, new byte[8]), Name = $"Sumber {i}", Kind = SourceKind.Folder, Address = $"/{i}", Publisher = $"Penerbit {i}", Trust = Trust.Publish, Display = Display.Excerpt, IsPaused = true })];

    /// <summary>Articles that the store holds from a run before; it is brought to this version first.</summary>
    public async Task<int> CountAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync();
        return await db.Articles.CountAsync();
    }

    /// <summary>Reference tables and sources into an empty store, then the articles, a thousand in one transaction.</summary>
    /// <returns>Articles loaded.</returns>
    public async Task<int> RunAsync(int count)
    {
        await PrepareAsync();
        var index = await DropTokensIndexAsync();
        var loaded = 0;
        foreach (var lines in File.ReadLines(_file).Take(count).Chunk(Batch))
        {
            await WriteAsync([.. lines.Select(Read)]);
            loaded += lines.Length;
            if (loaded % 20_000 == 0)
            {
                Console.Error.WriteLine($"{loaded} loaded");
            }
        }

        if (index is not null)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await ExecuteAsync("SET maintenance_work_mem = '2GB'; " + index + "; ANALYZE");
            Console.WriteLine($"index of the words built in {System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }

        return loaded;
    }

    /// <summary>PostgreSQL builds an index over what is there ten times faster than with each row.</summary>
    /// <returns>What makes it anew; null where the store has none of its own.</returns>
    private async Task<string?> DropTokensIndexAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!db.Database.IsNpgsql())
        {
            return null;
        }

        var (name, definition) = (await db.Database.SqlQueryRaw<string>("SELECT indexname || '|' || indexdef AS \"Value\" FROM pg_indexes WHERE tablename = 'SearchEntries' AND indexdef LIKE '%gin%'").SingleAsync()).Split('|') switch { var parts => (parts[0], parts[1]) };
        await ExecuteAsync($"DROP INDEX \"{name}\"");
        return definition;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Articles like some of the loaded ones, newer than all of them, each written and indexed in a transaction of its own, as a poll does.</summary>
    /// <returns>Milliseconds each took.</returns>
    public async Task<List<double>> AppendAsync(int count)
    {
        var (times, newest) = (new List<double>(), await NewestAsync());
        foreach (var (i, line) in File.ReadLines(_file).Skip(1000).Take(count).Index())
        {
            var cells = line.Split('\t');
            (cells[0], cells[1]) = (Guid.NewGuid().ToString("N"), newest.AddSeconds(i + 1).ToString("O", CultureInfo.InvariantCulture));
            var article = Read(string.Join('\t', cells));
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await WriteAsync([article]);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private async Task<DateTime> NewestAsync()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Articles.MaxAsync(a => a.RankedAt);
    }

    private async Task PrepareAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await ReferenceData.LoadAsync(db, CancellationToken.None);
        db.Sources.AddRange(_sources);
        await db.SaveChangesAsync();
    }

    private async Task WriteAsync(List<Article> articles)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        using var turn = await db.WriteTurnAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var rows = new PlainRows(db);
        rows.AddRange(articles);
        rows.AddRange(articles.SelectMany(a => a.Tags));
        await rows.WriteAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SearchIndexing>().RenewAsync(articles, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private Article Read(string line)
    {
        var cells = line.Split('\t');
        var at = DateTime.Parse(cells[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var source = _sources[(Number(cells[2]) - 1) % _sources.Count];
        var article = new Article
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)),
            SourceId = source.Id,
            Key = cells[0],
            Publisher = source.Publisher,
            Title = cells[7],
            Summary = cells[8][..Math.Min(250, cells[8].Length)],
            Body = cells[8].Replace("\\n", "\n\n", StringComparison.Ordinal),
            ContentSha256 = cells[0].PadLeft(64, '0'),
            FirstSeenAt = at,
            PublishedAt = at,
            PublishedPrecision = DatePrecision.Minute,
            PublishedDay = DateOnly.FromDateTime(at.AddHours(7)),
            RankedAt = at,
            Display = Display.Excerpt,
            Version = Guid.NewGuid(),
        };
        article.Enter(Trust.Publish);
        var region = _regencies.Find(r => cells[3].Length > 2 && r.Code == $"{cells[3][..2]}.{cells[3][2..]}")?.Code ?? (cells[3] == "00" ? null : cells[3][..2]);
        if (region is not null)
        {
            Tag(TagKind.Region, region, main: true);
            foreach (var above in Region.AncestorsOf(region))
            {
                article.Tags.Add(new ArticleTag { ArticleId = article.Id, Kind = TagKind.Region, Key = above, IsImplied = true, Origin = TagOrigin.Rule, Confidence = 0.9 });
            }
        }

        foreach (var slug in Numbers(cells[5]).Select(n => _agencies[n % _agencies.Count].Agency.Slug).Distinct(StringComparer.Ordinal))
        {
            Tag(TagKind.Agency, slug, main: false);
        }

        foreach (var (slug, i) in Numbers(cells[6]).Select(n => _topics[n % _topics.Count].Slug).Distinct(StringComparer.Ordinal).Select((s, i) => (s, i)))
        {
            Tag(TagKind.Topic, slug, main: i == 0);
        }

        return article;

        void Tag(TagKind kind, string key, bool main) => article.Tags.Add(new ArticleTag { ArticleId = article.Id, Kind = kind, Key = key, IsMain = main, Origin = TagOrigin.Rule, Confidence = 0.9 });
    }

    private static IEnumerable<int> Numbers(string set) => set.Trim('{', '}').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
