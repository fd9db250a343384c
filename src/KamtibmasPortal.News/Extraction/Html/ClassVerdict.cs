using System.Collections.Concurrent;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>What an element's class and id say of it.</summary>
internal enum ClassVerdict
{
    Nothing,

    /// <summary>Share bar, related links, tags, byline: cut unless most of the page's text is in it.</summary>
    Furniture,

    /// <summary>Readers' comments: cut even where they are longer than the article.</summary>
    Comments,

    /// <summary>The frame of a picture: what little text it holds is a caption.</summary>
    Picture,

    /// <summary>"content", "post", "article": may hold the article.</summary>
    Holder,

    /// <summary>"article-body", "entry-content": the field's own names for the text itself.</summary>
    Body,
}

/// <summary>The vocabulary of classes and ids, read word by word.</summary>
internal static class ClassWords
{
    private const int Longest = 400;

    private static readonly HashSet<string> FurnitureWords = new(StringComparer.Ordinal)
    {
        "share", "sharing", "shares", "sharebar", "sharebox", "sharer", "sharethis", "addthis", "addtoany", "jssocials", "social", "socials", "sosmed", "socialmedia", "medsos",
        "related", "relateds", "relatedposts", "relatednews", "relatedarticles", "relate", "terkait", "lainnya", "rekomendasi", "recommend", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "bacajuga", "bacalagi", "readalso", "seealso", "alsoread", "readnext", "upnext", "inlinerelated",
        "populer", "popular", "terpopuler", "trending", "terkini", "terbaru", "mostread", "mostpopular", "latest", "headlines", "teaser", "teasers", "newsfeed", "moreon", "morefrom",
        "newsletter", "newsletters", "subscribe", "subscription", "signup", "promo", "promos", "promotion", "promoted", "advert", "adverts", "advertisement", "advertising", "advertorial", "ads", "ad", "adv", "adsense", "adslot", "adsbygoogle", "adbox", "adspot", "adspace", "adunit", "adcontainer", "adwrapper", "dfp", "gpt", "iklan", "parallax", "banner", "sponsor", "sponsored", "sponsors", "outbrain", "taboola", "mgid", "zergnet", "revcontent",
        "breadcrumb", "breadcrumbs", "crumbs", "tags", "taglist", "tagcloud", "posttags", "tagging", "keywords", "topics", "categories", "catlinks",
        "byline", "bylines", "dateline", "datetime", "timestamp", "postmeta", "entrymeta", "meta", "metadata", "pubdate", "posted", "authorbox", "bio", "penulis",
        "caption", "captions", "figcaption", "credit", "credits", "photocredit", "copyright", "imgcaption",
        "carousel", "slider", "widget", "widgets", "sidebar", "sidebars", "rail", "menu", "submenu", "nav", "navbar", "navigation", "pagination", "paging", "pager", "pagenav", "footer", "footnav", "masthead", "topbar", "toolbar", "tools", "utility", "ticker",
        "cookie", "cookies", "consent", "gdpr", "modal", "popup", "overlay", "lightbox", "tooltip", "skip", "print", "printonly", "rating", "ratings", "poll", "polling", "survey", "quiz", "donate", "donation", "follow", "followus", "subscribebox", "login", "register", "player", "jwplayer", "videoplayer", "audioplayer", "toc", "appdownload", "googlenews", "whatsapp", "telegram",
        "pullquote", "pullout", "factbox", "shoutbox", "disclaimer", "correction", "jp", "instagram", "tiktok", "noprint", "hidden", "visuallyhidden", "spot",
    };

    private static readonly HashSet<string> CommentWords = new(StringComparer.Ordinal) { "comment", "comments", "commentlist", "komentar", "komen", "disqus", "livefyre", "respond", "discussion", "commentform", "commentarea", "fbcomments" };

    private static readonly HashSet<string> PictureWords = new(StringComparer.Ordinal) { "photo", "photos", "foto", "gambar", "img", "imgfull", "image", "images", "picture", "cutline", "cutlines", "thumbnail" };

    /// <summary>Layout words: the element around the article says what stands beside it.</summary>
    private static readonly HashSet<string> LayoutWords = new(StringComparer.Ordinal) { "has", "with", "no", "without", "hentry", "elementor", "format", "layout", "wrapper", "page", "grid", "col", "columns", "enabled", "open", "template", "row", "is" };

    private static readonly HashSet<string> What = new(StringComparer.Ordinal) { "article", "articles", "story", "post", "entry", "news", "content", "detail", "details", "read", "artikel", "berita", "isi", "konten", "single", "text", "paragraph", "page", "main", "blog", "td", "field", "com", "item", "itp", "txt", "side", "node", "cms", "rich", "articlebody", "full", "body" };

    private static readonly HashSet<string> Part = new(StringComparer.Ordinal) { "body", "bodytext", "bodycontent", "content", "contents", "text", "txt", "detail", "isi", "konten", "copy", "paragraphs", "fulltext" };

    private static readonly HashSet<string> BodyWords = new(StringComparer.Ordinal)
    {
        "articlebody", "articlecontent", "articletext", "storybody", "storytext", "storycontent", "entrycontent", "postcontent", "postbody", "newscontent", "newsbody", "newstext", "bodytext", "bodycopy", "fulltext", "maintext", "contentbody", "contentdetail", "detailtext", "detailcontent", "isiberita", "isiartikel", "beritaisi",
        "bodycontent", "readcontent", "articlebodytext", "articledetail", "newsdetail", "detailberita", "kontenberita", "articlemaincontent", "mainarticle", "itemfulltext", "contentarticle", "detailkonten", "textdetail", "postentry", "singlecontent", "storyarea", "artikelisi", "articlecopy", "richtext",
    };

    private static readonly HashSet<string> HolderWords = new(StringComparer.Ordinal) { "article", "post", "story", "entry", "content", "contents", "main", "maincontent", "artikel", "berita", "konten", "isi", "detail", "single", "hentry", "body", "text", "news", "blog", "page", "read" };

    private static readonly HashSet<string> Companions = new(StringComparer.Ordinal) { "author", "share", "tools" };

    private static readonly HashSet<string> CompanionParts = new(StringComparer.Ordinal) { "bio", "box", "info", "card", "meta", "date", "link", "links", "list", "block", "image", "avatar", "about", "name", "details", "profile", "buttons", "bar", "footer" };

    /// <summary>Templates repeat their classes from page to page; pages made to fill the memory stop at the limit.</summary>
    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, ClassVerdict> Known = new(StringComparer.Ordinal);

    public static ClassVerdict Of(string? className, string? id)
    {
        if (string.IsNullOrEmpty(className) && string.IsNullOrEmpty(id))
        {
            return ClassVerdict.Nothing;
        }

        var key = className + "\n" + id;
        if (key.Length > Longest)
        {
            key = key[..Longest];
        }

        if (!Known.TryGetValue(key, out var verdict))
        {
            verdict = Read(key);
            if (Known.Count < MostKnown)
            {
                Known.TryAdd(key, verdict);
            }
        }

        return verdict;
    }

    private static ClassVerdict Read(string text)
    {
        var names = text.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var isBody = false;
        var isHolder = false;
        var isLayout = false;
        var furniture = ClassVerdict.Nothing;
        foreach (var name in names)
        {
            var words = Words(name);
            var joined = string.Concat(words);
            isLayout |= words.Exists(LayoutWords.Contains) || joined is "typepost";
            isBody |= BodyWords.Contains(joined) || IsBodyName(words);
            isHolder |= words.Exists(HolderWords.Contains);
            if (IsComments(words, joined))
            {
                furniture = ClassVerdict.Comments;
            }
            else if (furniture is ClassVerdict.Nothing && (IsFurniture(words) || FurnitureWords.Contains(joined)))
            {
                furniture = ClassVerdict.Furniture;
            }
        }

        if (furniture is not ClassVerdict.Nothing && !isLayout && !(isBody && names.Length > 1))
        {
            return furniture;
        }

        if (!isBody && !isLayout && furniture is ClassVerdict.Nothing && Array.Exists(names, n => Words(n).Exists(PictureWords.Contains)))
        {
            return ClassVerdict.Picture;
        }

        return isBody && furniture is ClassVerdict.Nothing ? ClassVerdict.Body : isHolder ? ClassVerdict.Holder : isBody ? ClassVerdict.Body : ClassVerdict.Nothing;
    }

    private static bool IsComments(List<string> words, string joined) =>
        words.Exists(CommentWords.Contains) && !joined.EndsWith("count", StringComparison.Ordinal) && !joined.EndsWith("open", StringComparison.Ordinal) && !joined.EndsWith("closed", StringComparison.Ordinal);

    private static bool IsFurniture(List<string> words)
    {
        if (words.Exists(FurnitureWords.Contains))
        {
            return true;
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            if ((Companions.Contains(words[i]) && CompanionParts.Contains(words[i + 1])) || (words[i], words[i + 1]) is ("about", "author") or ("baca", "juga") or ("read", "also") or ("also", "read") or ("see", "also") or ("read", "next") or ("up", "next") or ("more", "news") or ("more", "stories") or ("most", "read") or ("screen", "reader") or ("sr", "only") or ("tag", "list") or ("tag", "box") or ("post", "tag") or ("article", "tag") or ("google", "news") or ("post", "date") or ("article", "date") or ("next", "post") or ("prev", "post") or ("call", "to") or ("more", "from") or ("more", "on") or ("lihat", "juga") or ("simak", "juga") or ("berita", "lain") or ("post", "navigation") or ("daftar", "isi"))
            {
                return true;
            }
        }

        return words is ["tag"] or ["author"] or ["date"] or ["time"] or ["published"] or ["writer"] or ["reporter"] or ["editor"] or ["read", "more"] or ["readmore"];
    }

    /// <summary>"article-body", "story_text", "read__content": what it is, then which part.</summary>
    private static bool IsBodyName(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (What.Contains(words[i]) && Part.Contains(words[i + 1]) && words[i] != words[i + 1] && (words[i], words[i + 1]) is not (("page", "content") or ("main", "content") or ("blog", "content") or ("page", "body") or ("item", "content") or ("text", "content") or ("news", "detail")))
            {
                // "article-body-image" is part of the text, not the text.
                return i + 2 == words.Count || words[i + 2] is "text" or "content" or "wrapper" or "inner" or "container" or "body" or "detail" or "main" or "wrap" or "area" or "block" or "module" or "article" or "item" or "new" or "v2" or "clearfix";
            }
        }

        return false;
    }

    /// <summary>Splits at marks and humps: "articleBody_text" is article, body, text.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsAsciiLetterOrDigit(name[i]);
            var isHump = !isEnd && i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (isEnd || isHump)
            {
                if (i > start)
                {
                    words.Add(name[start..i].ToLowerInvariant());
                }

                start = isEnd ? i + 1 : i;
            }
        }

        return words;
    }
}
