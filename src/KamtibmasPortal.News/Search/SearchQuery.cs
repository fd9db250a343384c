namespace KamtibmasPortal.News.Search;

/// <summary>Why a part of a query was read in another way than it may have been meant.</summary>
public enum SearchNoteKind
{
    /// <summary>The value of an operator names nothing: its words are searched.</summary>
    UnknownValue,

    /// <summary>No day of the form 2023-12-31: its parts are searched as words.</summary>
    NotADay,

    /// <summary>The operator has no value: it is searched as a word.</summary>
    EmptyOperator,

    /// <summary>A quotation mark or bracket without its partner was left out.</summary>
    Unpaired,

    /// <summary>The query was longer than what is read.</summary>
    TooLong,

    /// <summary>Nothing in it could be searched.</summary>
    NoWords,

    /// <summary>Several limits of one sort: the narrowest counts.</summary>
    NarrowedDays,
}

/// <param name="Kind">What happened.</param>
/// <param name="Text">The part of the query it happened to.</param>
public sealed record SearchNote(SearchNoteKind Kind, string Text);

/// <summary>What was typed, understood. Nothing that a person types is an error.</summary>
public sealed record SearchQuery
{
    public static readonly SearchQuery Everything = new() { Text = "" };

    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>Null when nothing is asked of the words.</summary>
    public SearchNode? Root { get; init; }

    /// <summary>First day of publication, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication, inclusive.</summary>
    public DateOnly? To { get; init; }

    public IReadOnlyList<SearchNote> Notes { get; init; } = [];

    /// <summary>Something was typed, and nothing of it can be searched: no article is a hit.</summary>
    public bool IsHopeless { get; init; }

    /// <summary>The parts that ask for words, in their order, without those that must be absent.</summary>
    public IReadOnlyList<SearchNode> Sought => Root is null ? [] : [.. Leaves(Root)];

    /// <summary>Those of them that every hit holds.</summary>
    public IReadOnlyList<SearchNode> Certain => Root is null ? [] : [.. Musts(Root)];

    private static IEnumerable<SearchNode> Musts(SearchNode node) => node switch
    {
        WordNode or PhraseNode => [node],
        AllNode all => all.Parts.SelectMany(Musts),
        _ => [],
    };

    private static IEnumerable<SearchNode> Leaves(SearchNode node) => node switch
    {
        WordNode or PhraseNode => [node],
        ExpandedNode expanded => Leaves(expanded.Typed).Concat(expanded.Others),
        AllNode all => all.Parts.SelectMany(Leaves),
        AnyNode any => any.Parts.SelectMany(Leaves),
        _ => [],
    };
}
