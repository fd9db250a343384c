namespace KamtibmasPortal.News.Model;

/// <summary>One field of an article as an editor changed it. Goes with the article when that is erased.</summary>
public sealed class ArticleEdit
{
    public const string Title = "title";
    public const string TitleDerived = "titleDerived";
    public const string Summary = "summary";
    public const string DisplayMode = "display";
    public const string Note = "note";
    public const string State = "state";
    public const string Sensitive = "sensitive";
    public const string Pin = "pin";
    public const string Assignee = "assignee";
    private const string TagPrefix = "tag:";

    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>E-mail at the time of the act.</summary>
    public required string Editor { get; init; }

    /// <summary>One of the names above, or "tag:Topic:nataru".</summary>
    public required string Field { get; init; }

    /// <summary>As text; of a tag a <see cref="TagStanding"/> as JSON.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    public static string OfTag(TagKind kind, string key) => $"{TagPrefix}{kind}:{key}";

    /// <summary>Kind and key when the field is a tag.</summary>
    public (TagKind Kind, string Key)? Tag =>
        Field.StartsWith(TagPrefix, StringComparison.Ordinal) && Field.Split(':', 3) is [_, var kind, var key] && Enum.TryParse<TagKind>(kind, out var read) ? (read, key) : null;
}

/// <summary>How a tag stands with an article: as it is set, not at all, or refused by an editor.</summary>
public sealed record TagStanding(ArticleTag? Tag, bool IsRefused);
