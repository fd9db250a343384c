using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Generated articles into a store, many in one transaction. Their regions, agencies and topics stand for rows of the reference tables.</summary>
internal static class SearchLoad
{
    private const int Batch = 1000;

    /// <summary>Articles that the store holds from a run before; it is brought to this version first.</summary>
    public static async Task<int> CountAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync();
        return await db.Articles.CountAsync();
    }

    /// <returns>Articles loaded.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string folder, int count)
    {
        var (regencies, agencies, topics) = (ReferenceData.Regions().Where(r => r.Level is RegionLevel.Regency).ToList(), ReferenceData.Agencies(), ReferenceData.Topics());
        var sources = Enumerable.Range(1, 200).Select(i => new Source { Id = Guid.CreateVersion7(), Name = $"Sumber {i}", Kind = SourceKind.Folder, Address = $"/{i}", Publisher = $"Penerbit {i}", Trust = Trust.Publish, Display = Display.Excerpt, IsPaused = true }).ToList();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await ReferenceData.LoadAsync(db, CancellationToken.None);
            db.Sources.AddRange(sources);
            await db.SaveChangesAsync();
        }

        var loaded = 0;
        foreach (var lines in File.ReadLines(Path.Combine(folder, "articles.tsv")).Take(count).Chunk(Batch))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var index = scope.ServiceProvider.GetRequiredService<SearchIndexing>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var articles = lines.Select(Read).ToList();
            db.Articles.AddRange(articles);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            await index.RenewAsync(articles, CancellationToken.None);
            await transaction.CommitAsync();
            loaded += lines.Length;
            if (loaded % 20_000 == 0)
            {
                Console.Error.WriteLine($"{loaded} loaded");
            }
        }

        return loaded;

        Article Read(string line)
        {
            var cells = line.Split('\t');
            var at = DateTime.Parse(cells[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            var source = sources[(Number(cells[2]) - 1) % sources.Count];
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
            var region = regencies.Find(r => cells[3].Length > 2 && r.Code == $"{cells[3][..2]}.{cells[3][2..]}")?.Code ?? (cells[3] == "00" ? null : cells[3][..2]);
            if (region is not null)
            {
                Tag(TagKind.Region, region, main: true);
                foreach (var above in Region.AncestorsOf(region))
                {
                    article.Tags.Add(new ArticleTag { Kind = TagKind.Region, Key = above, IsImplied = true, Origin = TagOrigin.Rule, Confidence = 0.9 });
                }
            }

            foreach (var slug in Numbers(cells[5]).Select(n => agencies[n % agencies.Count].Agency.Slug).Distinct(StringComparer.Ordinal))
            {
                Tag(TagKind.Agency, slug, main: false);
            }

            foreach (var (slug, i) in Numbers(cells[6]).Select(n => topics[n % topics.Count].Slug).Distinct(StringComparer.Ordinal).Select((s, i) => (s, i)))
            {
                Tag(TagKind.Topic, slug, main: i == 0);
            }

            return article;

            void Tag(TagKind kind, string key, bool main) => article.Tags.Add(new ArticleTag { Kind = kind, Key = key, IsMain = main, Origin = TagOrigin.Rule, Confidence = 0.9 });
        }
    }

    private static IEnumerable<int> Numbers(string set) => set.Trim('{', '}').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
