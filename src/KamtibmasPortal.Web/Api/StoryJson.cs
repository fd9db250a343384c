using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Api;

/// <param name="Article">The article.</param>
/// <param name="Relation">"independent", "reworked", "reprint" or "identical": how it hangs together with <paramref name="CopyOf"/>.</param>
/// <param name="CopyOf">The earlier article whose text it shares; null for a report of its own.</param>
/// <param name="Share">Share of its text that stands there, 0 to 1.</param>
/// <param name="Passages">What both say, 200 characters at most where either publisher allows no more.</param>
public sealed record StoryArticleJson(ArticleJson Article, string Relation, Guid? CopyOf, double Share, IReadOnlyList<string> Passages);

/// <param name="Article">Who says it.</param>
/// <param name="Text">In which words.</param>
public sealed record StatementJson(Guid Article, string Text);

/// <param name="Value">A day (RFC 3339), a region code or a number.</param>
/// <param name="Statements">The words of those who say so.</param>
public sealed record SideJson(string Value, IReadOnlyList<StatementJson> Statements);

/// <param name="Kind">"date", "place" or "number".</param>
/// <param name="About">What is counted, for numbers: "tewas", "gram sabu", "rupiah rugi"; else empty.</param>
/// <param name="Sides">Two or more.</param>
public sealed record DisagreementJson(string Kind, string About, IReadOnlyList<SideJson> Sides);

/// <summary>Articles on one event.</summary>
public sealed record StoryJson
{
    public required Guid Id { get; init; }
    public required string Url { get; init; }

    /// <summary>The headline of the earliest article.</summary>
    public required string Title { get; init; }

    /// <summary>Published articles, those beyond the list included.</summary>
    public required int Total { get; init; }

    public required int Publishers { get; init; }

    /// <summary>Reports in words of their own: copies of one text count once.</summary>
    public required int Reports { get; init; }

    /// <summary>In the order of publication, 40 at most.</summary>
    public required IReadOnlyList<StoryArticleJson> Articles { get; init; }

    public required IReadOnlyList<DisagreementJson> Disagreements { get; init; }

    public static StoryJson Of(StoryView story, PublicAddress address) => new()
    {
        Id = story.Id,
        Url = address.Of(Addresses.Story(story.Id)),
        Title = story.Title,
        Total = story.Articles,
        Publishers = story.Publishers,
        Reports = story.Reports,
        Articles = [.. story.Members.Select(m => new StoryArticleJson(ArticleJson.Of(m.Card, address), TagJson.Name(m.Relation), m.CopyOf?.Id, Math.Round(m.Share, 3), m.Passages))],
        Disagreements = [.. story.Disagreements.Select(d => new DisagreementJson(TagJson.Name(d.Kind), d.About, [.. d.Sides.Select(s => new SideJson(s.Value, [.. s.Words.Select(w => new StatementJson(w.Article.Id, w.Text))]))]))],
    };
}
