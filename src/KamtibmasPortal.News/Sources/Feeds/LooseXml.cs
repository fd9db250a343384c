using System.Text;
using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>
/// Reads XML that is none: ends that are missing, bare ampersands and brackets, attributes without quotes, prefixes nobody declared,
/// words before and after. Never fails; one pass, no recursion.
/// </summary>
internal sealed class LooseXml(string text)
{
    /// <summary>The elements that a feed or sitemap may begin with.</summary>
    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase) { "rss", "rdf", "feed", "channel", "urlset", "sitemapindex", "entry" };

    private static readonly HashSet<string> Items = new(StringComparer.OrdinalIgnoreCase) { "item", "entry", "url", "sitemap" };

    /// <summary>Fields of an item that hold a line of text: the next field ends them.</summary>
    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase) { "title", "link", "guid", "id", "pubdate", "date", "author", "creator", "category", "comments", "published", "updated", "issued", "modified", "created", "loc", "lastmod", "publication_date" };

    /// <summary>Fields that hold markup: only what is no HTML ends them.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase) { "description", "content", "summary", "encoded", "subtitle", "body" };

    private static readonly HashSet<string> HtmlOwn = new(StringComparer.OrdinalIgnoreCase) { "title", "link", "author", "category", "id", "date", "comments" };

    private static readonly HashSet<string> Childless = new(StringComparer.OrdinalIgnoreCase) { "br", "img", "hr", "input", "wbr", "embed", "source", "meta" };

    private readonly IReadOnlyDictionary<string, string> _own = InternalEntities.Of(text);
    private readonly LooseNames _names = new();
    private readonly StringBuilder _words = new();
    private XElement? _at;
    // A mark that was not found once is not found later: looking again at every tag would take the square of the size.
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private int _depth;
    private int _elements;

    /// <summary>Null when nothing in the text begins like a feed or sitemap.</summary>
    public XElement? Read()
    {
        XElement? root = null;
        var at = Start();
        while (at >= 0 && at < text.Length)
        {
            var next = text.IndexOf('<', at);
            next = next < 0 ? text.Length : next;
            _words.Append(text, at, next - at);
            if (next == text.Length)
            {
                break;
            }

            at = Markup(next);
            root ??= _at;
            if (root is not null && _at is null)
            {
                break;
            }
        }

        Flush();
        return root;
    }

    private int Start()
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            if (text.AsSpan(at).StartsWith("<!--") && Next("-->", at) is >= 0 and var end)
            {
                at = end;
            }
            else if (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))
            {
                var name = LooseTag.NameAt(text, at + 1);
                if (Roots.Contains(name[(name.LastIndexOf(':') + 1)..]))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    /// <returns>Where to read on.</returns>
    private int Markup(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            return After("-->", at, otherwise: ">");
        }

        if (rest.StartsWith("<![CDATA["))
        {
            Flush();
            var end = Next("]]>", at + 9);
            // The end of another section is none of this one's: its own was forgotten.
            end = end >= 0 && text.AsSpan(at + 9, end - at - 9).Contains("<![CDATA[", StringComparison.Ordinal) ? -1 : end;
            var stop = end >= 0 ? end : Next("</", at + 9) is >= 0 and var tag ? tag : text.Length;
            _at?.Add(new XText(FeedXml.Clean(text[(at + 9)..stop])));
            return end >= 0 ? end + 3 : stop;
        }

        if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            return After(rest[1] == '?' ? "?>" : ">", at, otherwise: ">");
        }

        if (LooseTag.At(text, at) is not { } found || (found.IsCut && !IsField(found.Local)))
        {
            _words.Append('<');
            return at + 1;
        }

        Flush();
        if (found.IsEnd)
        {
            Close(found.Local);
        }
        else
        {
            Open(found);
        }

        return found.End;
    }

    private static bool IsField(string name) => Items.Contains(name) || Lines.Contains(name) || Texts.Contains(name) || Roots.Contains(name);

    private void Open(LooseTag tag)
    {
        EndBefore(tag.Local);
        if (_depth >= FeedXml.DepthLimit || ++_elements > FeedXml.ElementLimit)
        {
            return;
        }

        var element = _names.Element(tag, _at, value => FeedXml.Clean(Entities.Resolved(value, _own)));
        _at?.Add(element);
        if (!tag.IsEmpty && !Childless.Contains(tag.Local))
        {
            _at = element;
            _depth++;
        }
    }

    /// <summary>Ends what its maker forgot to end before this element.</summary>
    private void EndBefore(string name)
    {
        if (Items.Contains(name) && Open(Items.Contains) is { } item && string.Equals(item.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))
        {
            EndAt(item);
            return;
        }

        if (_at is { } top && ((Lines.Contains(top.Name.LocalName) && (Lines.Contains(name) || Texts.Contains(name)))
            || (Texts.Contains(top.Name.LocalName) && Lines.Contains(name) && !HtmlOwn.Contains(name))) && Open(Items.Contains) is not null)
        {
            // An author of Atom holds elements of its own; none of them is a field of the item.
            EndAt(top);
        }
    }

    private void Close(string name)
    {
        if (Open(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)) is { } element)
        {
            EndAt(element);
        }
    }

    private XElement? Open(Func<string, bool> isName)
    {
        for (var at = _at; at is not null; at = at.Parent)
        {
            if (isName(at.Name.LocalName))
            {
                return at;
            }
        }

        return null;
    }

    private void EndAt(XElement element)
    {
        while (_at is not null)
        {
            var ended = _at == element;
            _at = _at.Parent;
            _depth--;
            if (ended)
            {
                return;
            }
        }
    }

    private void Flush()
    {
        if (_words.Length > 0)
        {
            _at?.Add(new XText(FeedXml.Clean(Entities.Resolved(_words.ToString(), _own))));
            _words.Clear();
        }
    }

    private int After(string mark, int from, string otherwise)
    {
        var end = Next(mark, from);
        if (end >= 0)
        {
            return end + mark.Length;
        }

        end = Next(otherwise, from);
        return end < 0 ? text.Length : end + otherwise.Length;
    }

    private int Next(string mark, int from)
    {
        var found = _missing.Contains(mark) ? -1 : text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal);
        if (found < 0)
        {
            _missing.Add(mark);
        }

        return found;
    }
}
