namespace KamtibmasPortal.News.Sources.Lists;

/// <summary>Where a list page keeps its articles, as CSS selectors. What is left out is found by habit.</summary>
public sealed record HtmlListSelectors
{
    /// <summary>One article of the list.</summary>
    public string? Item { get; init; }

    /// <summary>Its link, within the item.</summary>
    public string? Link { get; init; }

    /// <summary>Its headline, within the item.</summary>
    public string? Title { get; init; }

    /// <summary>Its date, within the item.</summary>
    public string? Date { get; init; }
}
