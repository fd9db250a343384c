using KamtibmasPortal.News.Stories;

namespace KamtibmasPortal.News.Storage;

/// <summary>A story as the public may see it: its published articles and what can be told of them.</summary>
public sealed record StoryView
{
    public required Guid Id { get; init; }

    /// <summary>The headline of the earliest.</summary>
    public required string Title { get; init; }

    /// <summary>In the order of their publication; at most <see cref="StoryQueries.MostMembers"/>.</summary>
    public required IReadOnlyList<StoryMember> Members { get; init; }

    /// <summary>All published articles, shown or not.</summary>
    public required int Articles { get; init; }

    public required int Publishers { get; init; }

    /// <summary>Reports in words of their own: copies of one text count once.</summary>
    public required int Reports { get; init; }

    public IReadOnlyList<ToldDisagreement> Disagreements { get; init; } = [];
}

/// <summary>An article of a story.</summary>
/// <param name="Card">The article.</param>
/// <param name="Relation">How it hangs together with <paramref name="CopyOf"/>; Independent for a report of its own.</param>
/// <param name="CopyOf">The earlier article whose text it shares; null for a report of its own.</param>
/// <param name="Share">Share of its text that stands there, 0 to 1.</param>
/// <param name="Passages">What both say, quoted as the publishers allow.</param>
public sealed record StoryMember(ArticleCard Card, StoryRelation Relation, ArticleCard? CopyOf, double Share, IReadOnlyList<string> Passages);

/// <summary>A disagreement in the words of those who disagree.</summary>
public sealed record ToldDisagreement(DisagreementKind Kind, string About, IReadOnlyList<ToldSide> Sides);

/// <param name="Value">Day, region code, or number.</param>
/// <param name="Words">Who says it, and how.</param>
public sealed record ToldSide(string Value, IReadOnlyList<ToldWords> Words);

public sealed record ToldWords(ArticleCard Article, string Text);

/// <summary>What an address of a story leads to.</summary>
/// <param name="Story">The story; null when there is none or nothing of it may be seen.</param>
/// <param name="MovedTo">The story that took it up.</param>
public sealed record StoryAnswer(StoryView? Story, Guid? MovedTo);
