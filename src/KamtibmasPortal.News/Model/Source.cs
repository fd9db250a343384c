namespace KamtibmasPortal.News.Model;

/// <summary>How a source announces its items. <see cref="Auto"/> finds out by itself.</summary>
public enum SourceKind { Auto, Feed, Sitemap, HtmlList, Folder }

/// <summary>Whether an article of this source is published at once or waits for an editor.</summary>
public enum Trust { Review, Publish }

/// <summary>How much of an article the public may read here.</summary>
public enum Display { Excerpt, FullText }

/// <summary>One place that is polled for articles of one publisher.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    /// <summary>Unique; configuration, verbs and filters name a source by it.</summary>
    public required string Name { get; set; }

    public required SourceKind Kind { get; set; }

    /// <summary>A web address, or a folder for <see cref="SourceKind.Folder"/>.</summary>
    public required string Address { get; set; }

    /// <summary>The outlet readers know.</summary>
    public required string Publisher { get; set; }

    public Trust Trust { get; set; } = Trust.Review;

    public Display Display { get; set; } = Display.Excerpt;

    /// <summary>Kemendagri code of the region the publisher serves, if it serves one.</summary>
    public string? RegionCode { get; set; }

    /// <summary>Minutes between two polls, set by somebody; null lets the pace follow the source's own habit.</summary>
    public int? IntervalMinutes { get; set; }

    /// <summary>CSS selector of one item of a list page; null for the reader's own way.</summary>
    public string? ItemSelector { get; set; }

    /// <summary>Fictional articles that come with the software; pages mark them.</summary>
    public bool IsSample { get; set; }

    /// <summary>A paused source is kept and shown but not polled.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Host that is asked, lower case, with its port where that is unusual; null for a folder.</summary>
    public string? Host => Kind is not SourceKind.Folder && Uri.TryCreate(Address, UriKind.Absolute, out var url) ? (url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}") : null;
}
