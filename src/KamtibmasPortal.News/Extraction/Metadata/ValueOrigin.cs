namespace KamtibmasPortal.News.Extraction;

/// <summary>Where in a page a value was found.</summary>
public enum ValueOrigin
{
    /// <summary>JSON-LD.</summary>
    LinkedData,

    /// <summary>A meta element: OpenGraph, Dublin Core, the publisher's own names.</summary>
    Meta,

    /// <summary>itemprop, rel, datetime.</summary>
    Markup,

    /// <summary>Printed for readers.</summary>
    Visible,

    /// <summary>The page's own address.</summary>
    Address,

    /// <summary>Data that a script would draw the page from.</summary>
    EmbeddedData,

    /// <summary>A rule for this publisher.</summary>
    PublisherRule,

    /// <summary>Made from the text itself.</summary>
    Text,
}

/// <summary>A value with its origin.</summary>
internal sealed record Found<T>(T Value, ValueOrigin Origin);
