using System.Text.Json.Serialization;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Api;

/// <param name="Items">Versions, newest first.</param>
/// <param name="Total">Versions in all.</param>
/// <param name="NextCursor">For the next page; null on the last one.</param>
public sealed record RevisionsJson(IReadOnlyList<RevisionJson> Items, int Total, string? NextCursor);

/// <param name="Before">The words before the change.</param>
/// <param name="After">The words after it.</param>
public sealed record ChangeQuotationJson(string Before, string After);

/// <param name="Field">"title", "body", "caption" or "author".</param>
/// <param name="Kind">"cosmetic" (only case, blanks, punctuation or a misspelt word) or "substantive".</param>
/// <param name="Quotations">The changes, each with words around it, 200 characters at most.</param>
/// <param name="Unquoted">Further changes that are not quoted.</param>
public sealed record ChangeJson(string Field, string Kind, IReadOnlyList<ChangeQuotationJson> Quotations, int Unquoted)
{
    public static ChangeJson Of(FieldChange change) =>
        new(TagJson.Name(change.Field), change.IsCosmetic ? "cosmetic" : "substantive", [.. change.Quotations.Select(q => new ChangeQuotationJson(q.Before, q.After))], change.Unquoted);
}

/// <summary>A version of an article. Caption and body are there only where the publisher allows the full text.</summary>
public sealed record RevisionJson
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string? Author { get; init; }

    /// <summary>When this version was first seen: RFC 3339 in the publisher's zone.</summary>
    public required string? SeenAt { get; init; }

    public required string ContentSha256 { get; init; }

    /// <summary>What differs from the version before; empty for the first.</summary>
    public required IReadOnlyList<ChangeJson> Changes { get; init; }

    public string? Caption { get; private init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; private init; }

    public static RevisionJson Of(ArticleHistory history, ChangedVersion changed)
    {
        var (version, full) = (changed.Version, Disclosure.ShowsFullText(history.Article));
        return new RevisionJson
        {
            Number = version.Number,
            Title = version.Title,
            Author = version.Author,
            SeenAt = TagJson.Time(version.SeenAt, history.Article.ZoneMinutes),
            ContentSha256 = version.ContentSha256,
            Changes = [.. changed.Changes.Select(ChangeJson.Of)],
            Caption = full ? version.Caption : null,
            Body = full ? version.Body : null,
        };
    }
}
