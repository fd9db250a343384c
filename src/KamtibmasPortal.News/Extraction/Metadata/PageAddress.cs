using AngleSharp.Html.Dom;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Addresses a page names, made absolute; only http and https may be stored.</summary>
internal sealed class PageAddress
{
    private const int Longest = 2_000;

    private readonly Uri? _page;

    public PageAddress(IHtmlDocument document, MetaTags meta, LinkedData linked, string? address)
    {
        _page = Uri.TryCreate(address, UriKind.Absolute, out var own) ? own : null;
        var link = document.Head?.Children.FirstOrDefault(e => e.LocalName == "link" && string.Equals(e.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");
        Canonical = Own(Web(link)) ?? Own(Web(meta.First("og:url"))) ?? Own(Web(linked.Text("mainEntityOfPage") ?? linked.Text("url")));
        _page ??= Uri.TryCreate(Canonical, UriKind.Absolute, out var named) ? named : null;
    }

    public string? Canonical { get; }

    public Uri? Page => _page;

    public string? Web(string? text) =>
        text is { Length: > 0 and <= Longest } && ((_page is not null && Uri.TryCreate(_page, text.Trim(), out var url)) || Uri.TryCreate(text.Trim(), UriKind.Absolute, out url)) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    /// <summary>A home page is nobody's canonical address: templates print it on every page.</summary>
    private string? Own(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.AbsolutePath.Length > 1 || url.Query.Length > 1 || (_page is not null && _page.AbsolutePath.Length <= 1 && _page.Query.Length <= 1)) ? address : null;
}
