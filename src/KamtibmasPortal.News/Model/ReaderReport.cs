namespace KamtibmasPortal.News.Model;

public enum ReportKind { Mistake, RightOfReply }

public enum ReportState { New, InProgress, Answered, Closed }

/// <summary>What somebody outside the redaksi says about an article: a mistake, or a reply that the law grants (UU 40/1999 articles 5 and 11).</summary>
public sealed class ReaderReport
{
    public const int Shortest = 20;
    public const int Longest = 6000;
    public const int LongestName = 120;
    public const int LongestContact = 200;
    public const int LongestAnswer = 4000;

    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required DateTime At { get; init; }
    public required ReportKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Null when none was given, or erased.</summary>
    public string? Name { get; private set; }

    /// <summary>E-mail or telephone; for editors only. Null when none was given, or erased.</summary>
    public string? Contact { get; private set; }
    public DateTime? ContactErasedAt { get; private set; }
    public ReportState State { get; private set; }

    /// <summary>E-mail of the editor who acted last.</summary>
    public string? HandledBy { get; private set; }
    public DateTime? HandledAt { get; private set; }

    /// <summary>What the sender was or is to be told.</summary>
    public string? Answer { get; private set; }

    /// <summary>The public note that came of it.</summary>
    public Guid? CorrectionId { get; set; }

    public void From(string? name, string? contact) => (Name, Contact) = (name, contact);

    public void Handle(ReportState state, string? answer, string editor, DateTime now)
    {
        (State, HandledBy, HandledAt) = (state, editor, now);
        Answer = answer ?? Answer;
    }

    public void EraseContact(DateTime now) => (Name, Contact, ContactErasedAt) = (null, null, now);
}
