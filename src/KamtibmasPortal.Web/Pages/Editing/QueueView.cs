using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What the address of the queue asks for.</summary>
public sealed record QueueView(QueueReason? Reason, Guid? Source, string? Region, string? Topic, string? Assignee, QueueCursor? After)
{
    public const string ReasonName = "alasan";
    public const string SourceName = "sumber";
    public const string RegionName = "wilayah";
    public const string TopicName = "topik";
    public const string AssigneeName = "petugas";

    /// <summary>In the address, for those that nobody took.</summary>
    public const string Nobody = "-";

    public bool AsksNothing => this is { Reason: null, Source: null, Region: null, Topic: null, Assignee: null };

    /// <summary>What can't be read asks nothing.</summary>
    public static QueueView Read(IQueryCollection query) => new(
        Enum.TryParse<QueueReason>(query[ReasonName], out var reason) && Enum.IsDefined(reason) ? reason : null,
        Guid.TryParse(query[SourceName], out var source) ? source : null,
        Keys.IsText(query[RegionName]) ? query[RegionName].ToString().Trim() : null,
        Keys.IsSlug(query[TopicName]) ? query[TopicName].ToString() : null,
        Keys.IsText(query[AssigneeName]) ? query[AssigneeName].ToString() : null,
        QueueCursor.Read(query[Addresses.CursorParameter]));

    /// <summary>The query of the address, "?" included; empty for the queue as it is.</summary>
    public string Query(QueueCursor? after)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [ReasonName] = Reason?.ToString(),
            [SourceName] = Source?.ToString(),
            [RegionName] = Region,
            [TopicName] = Topic,
            [AssigneeName] = Assignee,
            [Addresses.CursorParameter] = after?.ToString(),
        };
        return QueryString.Create(parts.Where(p => p.Value is not null)).Value ?? "";
    }
}
