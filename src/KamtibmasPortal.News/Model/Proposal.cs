namespace KamtibmasPortal.News.Model;

public enum ProposalState { Open, Accepted, Declined }

/// <summary>What an editor says of one tag.</summary>
public enum TagVerdict { Accept, Refuse, Main }

/// <summary>A verdict on one tag.</summary>
public sealed record TagChoice(TagKind Kind, string Key, TagVerdict Verdict);

/// <summary>Changes to an article as a form sends them; null leaves a field as it is.</summary>
public sealed record ArticleDraft
{
    public const int LongestTitle = 300;
    public const int LongestSummary = 600;
    public const int LongestNote = 4000;

    public string? Title { get; init; }
    public string? Summary { get; init; }
    public bool ConfirmsTitle { get; init; }
    public Display? Display { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<TagChoice> Tags { get; init; } = [];
}

/// <summary>Changes that a contributor proposes; an editor decides.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>E-mail of the contributor.</summary>
    public required string Editor { get; init; }
    public required ArticleDraft Draft { get; init; }
    public ProposalState State { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    public void Decide(bool accepted, string editor, DateTime now) => (State, DecidedBy, DecidedAt) = (accepted ? ProposalState.Accepted : ProposalState.Declined, editor, now);
}
