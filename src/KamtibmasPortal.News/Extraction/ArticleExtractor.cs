using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>Page to article, whatever the page is: a web page or a plain document in any encoding.</summary>
public sealed class ArticleExtractor
{
    public ExtractedArticle Extract(FetchedPage page)
    {
        var declared = page.Charset ?? (page.IsHtml ? HtmlCharset.Declared(page.Bytes.Span) : null);
        var text = TextDecoder.Decode(page.Bytes.Span, declared);
        if (text is null)
        {
            return PlainTextExtractor.Refused(new PageHints(), RejectionReason.Binary);
        }

        return page.IsHtml ? HtmlExtractor.Extract(text, page.Address) : PlainTextExtractor.Extract(text);
    }
}
