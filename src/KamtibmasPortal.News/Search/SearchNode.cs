using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Search;

/// <summary>A query as it was understood: a tree without operators of any store.</summary>
public abstract record SearchNode;

/// <summary>A word in any of its forms.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Terms">Its roots; a form that shares one of them is a hit.</param>
/// <param name="Field">Where it must stand.</param>
public sealed record WordNode(string Text, IReadOnlyList<string> Terms, SearchField Field) : SearchNode;

/// <summary>Words in exactly these forms, one behind the other.</summary>
public sealed record PhraseNode(string Text, IReadOnlyList<string> Words, SearchField Field) : SearchNode;

/// <summary>A tag that the article must bear; a region stands for everything below it too.</summary>
public sealed record TagNode(TagKind Kind, string Key) : SearchNode;

/// <summary>The source an article came through, by name.</summary>
public sealed record SourceNode(string Name) : SearchNode;

/// <summary>The outlet that printed it, by name.</summary>
public sealed record PublisherNode(string Name) : SearchNode;

/// <summary>What was typed, and other words for the same: "Jaktim" is Jakarta Timur.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Others">Names that are searched beside it.</param>
public sealed record ExpandedNode(SearchNode Typed, IReadOnlyList<PhraseNode> Others) : SearchNode;

public sealed record AllNode(IReadOnlyList<SearchNode> Parts) : SearchNode;

public sealed record AnyNode(IReadOnlyList<SearchNode> Parts) : SearchNode;

public sealed record NotNode(SearchNode Part) : SearchNode;
