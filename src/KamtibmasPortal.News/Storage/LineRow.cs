using System.Data.Common;
using System.Linq.Expressions;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>A line as it comes from the store: tags are keys, the story is a number of articles.</summary>
internal sealed record LineRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Publisher { get; init; }
    public required bool IsSample { get; init; }
    public required DateTime? PublishedAt { get; init; }
    public required DatePrecision PublishedPrecision { get; init; }
    public required DateOnly? PublishedDay { get; init; }
    public required int ZoneMinutes { get; init; }
    public required DateTime RankedAt { get; init; }
    public required string? Topic { get; init; }
    public required string? Region { get; init; }
    public required Guid? StoryId { get; init; }

    /// <summary>Rows of articles, in their order. <see cref="Read"/> counts on this order of columns.</summary>
    public static Expression<Func<Article, LineRow>> From(PortalDbContext db) => a => new LineRow
    {
        Id = a.Id,
        Title = a.Title,
        Summary = a.Summary,
        Publisher = a.Publisher,
        IsSample = a.Source!.IsSample,
        PublishedAt = a.PublishedAt,
        PublishedPrecision = a.PublishedPrecision,
        PublishedDay = a.PublishedDay,
        ZoneMinutes = a.ZoneMinutes,
        RankedAt = a.RankedAt,
        Topic = db.ArticleTags.Where(t => t.ArticleId == a.Id && t.Kind == TagKind.Topic && t.IsMain).Select(t => t.Key).FirstOrDefault(),
        Region = db.ArticleTags.Where(t => t.ArticleId == a.Id && t.Kind == TagKind.Region && t.IsMain).Select(t => t.Key).FirstOrDefault(),
        StoryId = db.StoryEntries.Where(e => e.ArticleId == a.Id).Select(e => e.StoryId).FirstOrDefault(),
    };

    /// <summary>The same row from a reader of the statement itself.</summary>
    public static LineRow Read(PortalDbContext db, DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Title = row.GetString(1),
        Summary = row.GetString(2),
        Publisher = row.GetString(3),
        IsSample = row.GetBoolean(4),
        PublishedAt = row.IsDBNull(5) ? null : Utc(db.ReadTime(row, 5)),
        PublishedPrecision = Enum.Parse<DatePrecision>(row.GetString(6)),
        PublishedDay = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7),
        ZoneMinutes = row.GetInt32(8),
        RankedAt = Utc(db.ReadTime(row, 9)),
        Topic = row.IsDBNull(10) ? null : row.GetString(10),
        Region = row.IsDBNull(11) ? null : row.GetString(11),
        StoryId = row.IsDBNull(12) ? null : row.GetGuid(12),
    };

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
