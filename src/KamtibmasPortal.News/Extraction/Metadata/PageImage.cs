using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>The lead image: its address, the words under it and who made it.</summary>
internal sealed partial class PageImage
{
    private const int LongestCaption = 700;
    private const int NearBlocks = 15;
    private const int Levels = 4;

    public PageImage(PageTree page, BlockRange body, MetaTags meta, LinkedData linked, PageAddress address)
    {
        Address = address.Web(meta.First("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")) ?? linked.Linked("image").Select(Of).Select(address.Web).FirstOrDefault(a => a is not null) ?? address.Web(FirstPicture(page, body));
        Caption = CaptionBlock(page, body);
        if (Caption is not null && CreditPattern().Match(Caption) is { Success: true } credit)
        {
            Credit = credit.Groups["who"].Value.Trim(' ', '(', ')', '.', ':');
        }
    }

    public string? Address { get; }
    public string? Caption { get; }
    public string? Credit { get; }

    private static string? Of(JsonElement image) => image.ValueKind is JsonValueKind.String ? image.GetString() : LinkedData.Text(image, "url") ?? LinkedData.Text(image, "contentUrl") ?? LinkedData.Text(image, "@id");

    private static string? FirstPicture(PageTree page, BlockRange body)
    {
        // From the text outwards: the picture mostly stands above it.
        foreach (var holder in page.Nodes.Where(n => n.Range.Contains(body) && n.Range.To > n.Range.From).Reverse().Take(Levels))
        {
            var pictures = holder.Element.GetElementsByTagName("img").Concat(holder.Element.GetElementsByTagName("amp-img")).Take(10);
            if (pictures.Select(i => i.GetAttribute("data-src") ?? i.GetAttribute("data-lazy-src") ?? i.GetAttribute("src")).FirstOrDefault(s => s is { Length: > 8 } && !s.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? CaptionBlock(PageTree page, BlockRange body)
    {
        foreach (var node in page.Nodes.Where(n => n.Range.To > n.Range.From && n.Range.From >= body.From - NearBlocks && n.Range.From < body.To && IsCaption(n) && page.CharsIn(n.Range) <= LongestCaption))
        {
            var text = PlainText.Fold(node.Element.TextContent);
            if (text.Length is > 8 and <= LongestCaption)
            {
                return text;
            }
        }

        return Enumerable.Range(Math.Max(0, body.From - NearBlocks), Math.Min(page.Blocks.Count, body.From + 3) - Math.Max(0, body.From - NearBlocks)).Select(i => page.Blocks[i].Text).FirstOrDefault(LineReading.IsCaption);
    }

    private static bool IsCaption(PageNode node) => node.Tag == "figcaption" || (node.Element.ClassName is { Length: < 200 } names && CaptionClass().IsMatch(names));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"(^|[\s_-])(wp-caption-text|caption|captions|photo-caption|image-caption|foto-caption|keterangan-foto|ket-foto|img-caption|pic-caption|caption-text)($|[\s_-])", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CaptionClass();

    [GeneratedRegex(@"(?:\(\s*(?:foto|dok\.?|sumber|photo|credit|kredit|image)?\s*:?\s*(?<who>[^()]{2,60})\)\.?|\b(?:foto|photo(?: by)?|credit|kredit|sumber(?: foto)?|dok\.?|photograph|image)\s*[:/]\s*(?<who>.{2,60})|(?<who>ANTARA(?: FOTO)?/[\w ./-]{2,50}))$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CreditPattern();
}
