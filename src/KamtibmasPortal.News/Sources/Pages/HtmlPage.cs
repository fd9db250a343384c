using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KamtibmasPortal.News.Sources.Feeds;

namespace KamtibmasPortal.News.Sources.Pages;

/// <summary>A web page that announces articles, parsed within bounds.</summary>
internal sealed partial class HtmlPage
{
    /// <summary>Characters read; what follows is cut off.</summary>
    private const int SizeLimit = 3_000_000;

    private const int CharsetReach = 2048;

    private HtmlPage(IHtmlDocument document, Uri address)
    {
        Document = document;
        Address = address;
        Base = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && WebLinks.Absolute(href, address) is { } start ? new Uri(start) : address;
    }

    public IHtmlDocument Document { get; }

    public Uri Address { get; }

    /// <summary>Where relative links start.</summary>
    public Uri Base { get; }

    /// <summary>Null when the bytes are no text, or nested so deeply that only an attacker writes it.</summary>
    public static HtmlPage? Parse(ReadOnlyMemory<byte> bytes, string? charset, Uri address)
    {
        if (FeedText.Decode(bytes.Span, charset ?? Declared(bytes.Span)) is not { } text)
        {
            return null;
        }

        text = text.Length > SizeLimit ? text[..SizeLimit] : text;
        return HtmlDepth.IsBearable(text) ? new HtmlPage(new HtmlParser().ParseDocument(text), address) : null;
    }

    public string? Link(IElement element) => WebLinks.Absolute(element.GetAttribute("href"), Base);

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var match = Meta().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetReach)]));
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[\w-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Meta();
}
