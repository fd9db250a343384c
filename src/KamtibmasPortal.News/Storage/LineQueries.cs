using System.Globalization;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The lists of pages. Every article comes through <see cref="ArticleQueries.Published()"/>.</summary>
public sealed class LineQueries(PortalDbContext db, ArticleQueries articles, TagShelf tags, PublicShelf shelf, StoryShelf folds, PageStatements statements)
{
    /// <summary>One page by keyset, newest first: it stays right while new articles arrive. A cursor that can't be read starts at the beginning.</summary>
    public async Task<LinePage> PageAsync(ArticleFilter filter, int limit, string? cursor, CancellationToken cancellation)
    {
        var found = articles.Published(filter);
        if (ArticleCursor.Read(cursor) is { } after)
        {
            found = found.Where(a => a.RankedAt < after.RankedAt || (a.RankedAt == after.RankedAt && a.Id.CompareTo(after.Id) < 0));
        }

        return await PageAsync(await RowsAsync(found, limit + 1, cancellation), limit, cancellation);
    }

    /// <summary>The first page of all stories, each once.</summary>
    public async Task<LinePage> NewestAsync(int limit, CancellationToken cancellation)
    {
        var sql = statements.Newest(limit + 1, take =>
        {
            using var command = Ranked(articles.Published(new ArticleFilter { OncePerStory = true })).Take(take).Select(LineRow.From(db)).CreateDbCommand();
            return command.CommandText.Replace(command.Parameters[0].ParameterName, take.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        });
        return await PageAsync(await db.ReadOftenAsync(sql, [], row => LineRow.Read(db, row), cancellation), limit, cancellation);
    }

    /// <summary>The newest stories of a filter as they stood when something last changed: for what stands at the edge of a page.</summary>
    /// <param name="filter">What they must be of.</param>
    /// <param name="take">No more than these.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<ArticleLine>> HeldAsync(ArticleFilter filter, int take, CancellationToken cancellation) =>
        await shelf.GetAsync<IReadOnlyList<ArticleLine>>(
            string.Create(CultureInfo.InvariantCulture, $"newest {take} {filter.Name}"),
            async () => (await PageAsync(filter with { OncePerStory = true }, take, null, cancellation)).Items) ?? [];

    /// <summary>Published articles that editors pinned to the home page and whose time has not run out, newest first.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="take">No more than these.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<ArticleLine>> PinnedAsync(DateTime now, int take, CancellationToken cancellation)
    {
        var pinned = await db.ReadOftenAsync("""SELECT "Id", "PinnedUntil" FROM "Articles" WHERE "PinnedUntil" IS NOT NULL""", [], r => (Id: r.GetGuid(0), Until: DateTime.SpecifyKind(r.GetDateTime(1), DateTimeKind.Utc)), cancellation);
        var ids = pinned.FindAll(p => p.Until > now).ConvertAll(p => p.Id);
        return ids.Count == 0 ? [] : await LinesAsync(await RowsAsync(articles.Published(ids), take, cancellation), cancellation);
    }

    /// <summary>The other published articles of an article's story, newest first.</summary>
    public async Task<IReadOnlyList<ArticleLine>> RelatedAsync(Guid articleId, Guid story, int take, CancellationToken cancellation) =>
        [.. (await shelf.GetAsync<IReadOnlyList<ArticleLine>>(
            string.Create(CultureInfo.InvariantCulture, $"story {take} {story}"),
            async () => await LinesAsync(await RowsAsync(articles.Published().Where(a => db.StoryEntries.Any(e => e.ArticleId == a.Id && e.StoryId == story)), take + 1, cancellation), cancellation)) ?? [])
            .Where(a => a.Id != articleId).Take(take)];

    private async Task<List<LineRow>> RowsAsync(IQueryable<Article> found, int take, CancellationToken cancellation) =>
        await Ranked(found).Take(take).Select(LineRow.From(db)).ToListAsync(cancellation);

    private static IQueryable<Article> Ranked(IQueryable<Article> found) => found.OrderByDescending(a => a.RankedAt).ThenByDescending(a => a.Id);

    private async Task<LinePage> PageAsync(List<LineRow> rows, int limit, CancellationToken cancellation)
    {
        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        return new LinePage(await LinesAsync(rows, cancellation), more ? new ArticleCursor(rows[^1].RankedAt, rows[^1].Id).ToString() : null);
    }

    private async Task<List<ArticleLine>> LinesAsync(List<LineRow> rows, CancellationToken cancellation)
    {
        var codes = rows.Select(r => r.Region).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var regions = await tags.RegionsAsync(db, [.. codes.Concat(codes.Select(Region.ParentOf).OfType<string>()).Distinct(StringComparer.Ordinal)], cancellation);
        var topics = await tags.TopicsAsync(db, [.. rows.Select(r => r.Topic).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        var stories = await folds.FindAsync(articles, [.. rows.Select(r => r.StoryId).OfType<Guid>()], cancellation);
        return rows.ConvertAll(r => new ArticleLine
        {
            Id = r.Id,
            Title = r.Title,
            Summary = r.Summary,
            Publisher = r.Publisher,
            IsSample = r.IsSample,
            PublishedAt = r.PublishedAt,
            PublishedPrecision = r.PublishedPrecision,
            PublishedDay = r.PublishedDay,
            ZoneMinutes = r.ZoneMinutes,
            RankedAt = r.RankedAt,
            Topic = r.Topic is { } topic ? new MainTag(topic, topics.GetValueOrDefault(topic)?.Name ?? topic, null) : null,
            Region = r.Region is { } code ? new MainTag(code, regions.GetValueOrDefault(code)?.Name ?? code, Region.ParentOf(code) is { } up ? regions.GetValueOrDefault(up)?.Name : null) : null,
            Story = r.StoryId is { } story ? stories.GetValueOrDefault(story) : null,
        });
    }
}
