using System.Linq.Expressions;
using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Which articles are asked for. Values of one list are alternatives; the lists narrow one another.</summary>
public sealed record ArticleFilter
{
    /// <summary>Kemendagri codes, each with everything below it.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Agencies { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>First day of publication, inclusive, in the publisher's zone. Articles without a date never match.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Of the articles of a story only the newest that the rest of the filter lets through.</summary>
    public bool OncePerStory { get; init; }

    /// <summary>Nothing is left out.</summary>
    public bool IsEverything => Regions.Count + Agencies.Count + Topics.Count + Sources.Count + Publishers.Count == 0 && From is null && To is null;

    /// <summary>Two filters of one name ask for the same articles.</summary>
    internal string Name => string.Join('|', (IEnumerable<string>)[.. Regions, "", .. Agencies, "", .. Topics, "", .. Publishers, "", .. Sources, $"{From:O} {To:O} {OncePerStory}"]);
}

public enum ArticleSort { Newest, Oldest }

/// <summary>One page of a listing; <see cref="NextCursor"/> is null on the last one.</summary>
public sealed record ArticlePage(IReadOnlyList<ArticleCard> Items, string? NextCursor);

/// <summary>The only gate to what the public may see, and the queries behind every listing.</summary>
public sealed class ArticleQueries(PortalDbContext db, TagShelf shelf, StoryShelf folds)
{
    /// <summary>The one condition under which the public sees an article.</summary>
    internal static readonly Expression<Func<Article, bool>> IsPublic = a => a.State == ReviewState.Published;

    private static readonly Func<Article, bool> s_isPublic = IsPublic.Compile();

    /// <summary>Whether there is more to be read of an article: most stand in no story and were never corrected.</summary>
    private const string Beside = """
        SELECT (SELECT "StoryId" FROM "StoryEntries" WHERE "ArticleId" = @p0), EXISTS (SELECT 1 FROM "Corrections" WHERE "ArticleId" = @p0)
        """;

    /// <summary>Every public surface starts here.</summary>
    public IQueryable<Article> Published() => db.Articles.AsNoTracking().Where(IsPublic);

    /// <summary>Those of some articles that are public. The limit makes the store look them up by id: left alone SQLite walks all that are published.</summary>
    public IQueryable<Article> Published(IReadOnlyCollection<Guid> ids) =>
        db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Take(ids.Count).Where(IsPublic);

    public IQueryable<Article> Published(ArticleFilter filter)
    {
        var articles = Published();
        articles = WithTag(articles, TagKind.Region, filter.Regions);
        articles = WithTag(articles, TagKind.Agency, filter.Agencies);
        articles = WithTag(articles, TagKind.Topic, filter.Topics);
        if (filter.Sources.Count > 0)
        {
            articles = articles.Where(a => filter.Sources.Contains(a.Source!.Name));
        }

        if (filter.Publishers.Count > 0)
        {
            articles = articles.Where(a => filter.Publishers.Contains(a.Publisher));
        }

        if (filter.From is { } from)
        {
            articles = articles.Where(a => a.PublishedDay >= from);
        }

        if (filter.To is { } to)
        {
            articles = articles.Where(a => a.PublishedDay <= to);
        }

        return filter.OncePerStory ? NewestOfStories(articles) : articles;
    }

    /// <summary>Whatever stands in no story is the newest of itself.</summary>
    private IQueryable<Article> NewestOfStories(IQueryable<Article> articles) => articles.Where(a => !db.StoryEntries.Any(own => own.ArticleId == a.Id && own.StoryId != null
        && db.StoryEntries.Any(other => other.StoryId == own.StoryId && other.ArticleId != a.Id
            && articles.Any(newer => newer.Id == other.ArticleId && (newer.RankedAt > a.RankedAt || (newer.RankedAt == a.RankedAt && newer.Id.CompareTo(a.Id) > 0))))));

    /// <summary>One page by keyset: it stays right while new articles arrive. A cursor that can't be read starts at the beginning.</summary>
    public async Task<ArticlePage> PageAsync(ArticleFilter filter, ArticleSort sort, int limit, string? cursor, CancellationToken cancellation)
    {
        var articles = Published(filter);
        var after = ArticleCursor.Read(cursor);
        if (sort is ArticleSort.Newest)
        {
            if (after is { } c)
            {
                articles = articles.Where(a => a.RankedAt < c.RankedAt || (a.RankedAt == c.RankedAt && a.Id.CompareTo(c.Id) < 0));
            }

            articles = articles.OrderByDescending(a => a.RankedAt).ThenByDescending(a => a.Id);
        }
        else
        {
            if (after is { } c)
            {
                articles = articles.Where(a => a.RankedAt > c.RankedAt || (a.RankedAt == c.RankedAt && a.Id.CompareTo(c.Id) > 0));
            }

            articles = articles.OrderBy(a => a.RankedAt).ThenBy(a => a.Id);
        }

        var cards = await ArticleCard.From(articles).Take(limit + 1).ToListAsync(cancellation);
        var more = cards.Count > limit;
        if (more)
        {
            cards.RemoveAt(limit);
        }

        var tagged = await WithTagsAsync(cards, cancellation);
        return new ArticlePage(tagged, more ? new ArticleCursor(cards[^1].RankedAt, cards[^1].Id).ToString() : null);
    }

    /// <summary>Published articles of these ids, in no order.</summary>
    public async Task<IReadOnlyList<ArticleCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) => ids.Count == 0
        ? []
        : await WithTagsAsync(await ArticleCard.From(Published(ids)).ToListAsync(cancellation), cancellation);

    public Task<int> CountAsync(ArticleFilter filter, CancellationToken cancellation) => Published(filter).CountAsync(cancellation);

    /// <summary>Null when there is no such article or the public may not see it.</summary>
    public Task<ArticleView?> FindAsync(Guid id, CancellationToken cancellation) => FindAsync(id, s_isPublic, cancellation);

    /// <summary>Any state: for signed-in editors only.</summary>
    public Task<ArticleView?> FindForEditorAsync(Guid id, CancellationToken cancellation) => FindAsync(id, _ => true, cancellation);

    /// <summary>Articles of these ids whatever their state, in no order: for signed-in editors only.</summary>
    public async Task<IReadOnlyList<ArticleCard>> DeskCardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) => ids.Count == 0
        ? []
        : await WithTagsAsync(await ArticleCard.From(db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Take(ids.Count)).ToListAsync(cancellation), cancellation);

    private Task<ArticleView?> FindAsync(Guid id, Func<Article, bool> may, CancellationToken cancellation) => db.ReadTogetherAsync(
        async () => await db.ReadOftenAsync<Article>("\"Id\" = @p0", [id], cancellation) is [var article] && may(article) ? await ViewAsync(article, cancellation) : null,
        cancellation);

    private async Task<ArticleView?> ViewAsync(Article article, CancellationToken cancellation)
    {
        if (await db.ReadOftenAsync<Source>("\"Id\" = @p0", [article.SourceId], cancellation) is not [var source])
        {
            // Removed this moment, and the article with it.
            return null;
        }

        article.Source = source;
        article.Tags = await db.ReadOftenAsync<ArticleTag>("\"ArticleId\" = @p0 AND NOT \"IsImplied\"", [article.Id], cancellation);
        var names = await new TagNames(db, shelf).ReadAsync(article.Tags, cancellation);
        var (story, hasNotes) = (await db.ReadOftenAsync(Beside, [article.Id], r => (r.IsDBNull(0) ? (Guid?)null : r.GetGuid(0), r.GetBoolean(1)), cancellation))[0];
        return new ArticleView(article, source.Name, source.IsSample, names.Of(article.Tags))
        {
            Story = story is { } id ? await folds.FindAsync(this, id, cancellation) : null,
            HasNotes = hasNotes,
        };
    }

    private async Task<IReadOnlyList<ArticleCard>> WithTagsAsync(List<ArticleCard> cards, CancellationToken cancellation)
    {
        var ids = cards.ConvertAll(c => c.Id);
        var tags = await db.ArticleTags.AsNoTracking().Where(t => ids.Contains(t.ArticleId) && !t.IsImplied).ToListAsync(cancellation);
        var names = await new TagNames(db, shelf).ReadAsync(tags, cancellation);
        var byArticle = tags.ToLookup(t => t.ArticleId);
        var stories = await StoriesAsync(ids, cancellation);
        return cards.ConvertAll(c => c with { Tags = names.Of(byArticle[c.Id]), Story = stories.GetValueOrDefault(c.Id) });
    }

    /// <summary>Those of some stories of which the public can see two articles or more.</summary>
    internal async Task<Dictionary<Guid, StoryFold>> FoldsAsync(IReadOnlyCollection<Guid> stories, CancellationToken cancellation)
    {
        var counted =
            from entry in db.StoryEntries
            where entry.StoryId != null && stories.Contains(entry.StoryId.Value)
            join article in Published() on entry.ArticleId equals article.Id
            group article by entry.StoryId!.Value into story
            where story.Count() > 1
            select new { story.Key, Articles = story.Count(), Publishers = story.Select(a => a.Publisher).Distinct().Count() };
        return await counted.ToDictionaryAsync(s => s.Key, s => new StoryFold(s.Key, s.Articles, s.Publishers), cancellation);
    }

    /// <summary>The stories of articles, where the public can see two or more of their members.</summary>
    private async Task<Dictionary<Guid, StoryFold>> StoriesAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var members =
            from own in db.StoryEntries
            where ids.Contains(own.ArticleId) && own.StoryId != null
            join other in db.StoryEntries on own.StoryId equals other.StoryId
            join article in Published() on other.ArticleId equals article.Id
            group article by new { own.ArticleId, StoryId = own.StoryId!.Value } into story
            where story.Count() > 1
            select new { story.Key, Articles = story.Count(), Publishers = story.Select(a => a.Publisher).Distinct().Count() };
        return await members.ToDictionaryAsync(s => s.Key.ArticleId, s => new StoryFold(s.Key.StoryId, s.Articles, s.Publishers), cancellation);
    }

    private IQueryable<Article> WithTag(IQueryable<Article> articles, TagKind kind, IReadOnlyList<string> keys) =>
        keys.Count == 0 ? articles : articles.Where(a => db.ArticleTags.Any(t => t.ArticleId == a.Id && t.Kind == kind && keys.Contains(t.Key)));
}
