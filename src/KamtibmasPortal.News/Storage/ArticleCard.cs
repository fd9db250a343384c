using System.Linq.Expressions;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>A tag with the name pages show for its key.</summary>
/// <param name="Tag">The stored tag.</param>
/// <param name="Name">Name of the region, agency or topic.</param>
/// <param name="AgencyKind">Kind slug of an agency, else null.</param>
/// <param name="AgencyRegion">Region code of an agency, else null.</param>
public sealed record NamedTag(ArticleTag Tag, string Name, string? AgencyKind, string? AgencyRegion)
{
    /// <summary>Name of the region above a region, which tells same-named ones apart; null for provinces and other kinds.</summary>
    public string? Parent { get; init; }
}

/// <summary>An article as lists show it: everything but the long texts.</summary>
public sealed record ArticleCard
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required bool TitleDerived { get; init; }
    public required string Summary { get; init; }
    public required string Publisher { get; init; }
    public required string SourceName { get; init; }
    public required bool IsSample { get; init; }
    public required string? SourceUrl { get; init; }
    public required string? Author { get; init; }
    public required string? ImageUrl { get; init; }
    public required DateTime? PublishedAt { get; init; }
    public required DatePrecision PublishedPrecision { get; init; }
    public required DateOnly? PublishedDay { get; init; }
    public required int ZoneMinutes { get; init; }
    public required IReadOnlyList<ArticleDate> Dates { get; init; }
    public required DateTime FirstSeenAt { get; init; }
    public required DateTime RankedAt { get; init; }

    /// <summary>When the present version was first seen; null while it is the only one.</summary>
    public required DateTime? RevisedAt { get; init; }
    public required Display Display { get; init; }
    public required int Revision { get; init; }
    public required string ContentSha256 { get; init; }
    public required Guid Version { get; init; }

    /// <summary>For editors: the public sees no such article unless one of them lifted the mark.</summary>
    public required bool IsSensitive { get; init; }
    public IReadOnlyList<NamedTag> Tags { get; init; } = [];

    /// <summary>Null unless another article of its story can be seen.</summary>
    public StoryFold? Story { get; init; }

    private static readonly Expression<Func<Article, ArticleCard>> s_projection = a => new ArticleCard
    {
        Id = a.Id,
        Title = a.Title,
        TitleDerived = a.TitleDerived,
        Summary = a.Summary,
        Publisher = a.Publisher,
        SourceName = a.Source!.Name,
        IsSample = a.Source.IsSample,
        SourceUrl = a.SourceUrl,
        Author = a.Author,
        ImageUrl = a.ImageUrl,
        PublishedAt = a.PublishedAt,
        PublishedPrecision = a.PublishedPrecision,
        PublishedDay = a.PublishedDay,
        ZoneMinutes = a.ZoneMinutes,
        Dates = a.Dates,
        FirstSeenAt = a.FirstSeenAt,
        RankedAt = a.RankedAt,
        RevisedAt = a.RevisedAt,
        Display = a.Display,
        Revision = a.Revision,
        ContentSha256 = a.ContentSha256,
        Version = a.Version,
        IsSensitive = a.IsSensitive,
    };

    private static readonly Func<Article, ArticleCard> s_ofOne = s_projection.Compile();

    public static IQueryable<ArticleCard> From(IQueryable<Article> articles) => articles.Select(s_projection);

    /// <summary>The card of an article that is at hand whole, its source included.</summary>
    public static ArticleCard Of(ArticleView view) => s_ofOne(view.Article) with { Tags = view.Tags, Story = view.Story };
}

/// <summary>One article whole, with its tags named. What of it may be shown is for <see cref="Disclosure"/> to say.</summary>
public sealed record ArticleView(Article Article, string SourceName, bool IsSample, IReadOnlyList<NamedTag> Tags)
{
    /// <summary>Null unless another article of its story can be seen.</summary>
    public StoryFold? Story { get; init; }

    /// <summary>Whether something was noted on it: corrections, replies, withdrawals.</summary>
    public bool HasNotes { get; init; }
}

/// <summary>The story of an article as lists tell of it; only what the public may see is counted.</summary>
/// <param name="Id">The story.</param>
/// <param name="Articles">Its published articles, two or more.</param>
/// <param name="Publishers">Their publishers.</param>
public sealed record StoryFold(Guid Id, int Articles, int Publishers);
