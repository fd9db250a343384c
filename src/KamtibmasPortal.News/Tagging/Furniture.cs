namespace KamtibmasPortal.News.Tagging;

/// <summary>Lines that speak of other articles: whatever reading them would tag belongs elsewhere.</summary>
internal static class Furniture
{
    private static readonly string[] Anywhere = ["Baca juga:", "Baca Juga:", "BACA JUGA:", "Baca juga :", "Baca Juga :", "Simak juga Video", "Simak Video", "Lihat juga Video"];

    private static readonly string[] AtLineStart =
    [
        "baca juga", "baca selengkapnya", "baca berita", "baca:", "simak juga", "simak video", "lihat juga", "berita terkait", "artikel terkait", "pewarta:", "editor:", "penulis:", "reporter:", "kontributor:", "uploader:", "copyright",
        "tag:", "tags:", "saksikan live", "saksikan video", "scroll to continue", "advertisement", "cek berita dan artikel", "ikuti berita", "ikuti kami", "artikel ini telah tayang", "berita ini telah tayang", "dapatkan informasi",
        "sumber foto", "related posts", "trending now", "tonton juga", "dengarkan juga",
    ];

    /// <summary>How many characters from here to the end of a line are furniture; 0 when none.</summary>
    public static int Length(string text, int at)
    {
        var isLineStart = at == 0 || text[at - 1] is '\n' or '\r';
        if (text[at] is not ('B' or 'S' or 'L') && !isLineStart)
        {
            return 0;
        }

        var rest = text.AsSpan(at);
        foreach (var phrase in Anywhere)
        {
            if (rest.StartsWith(phrase, StringComparison.Ordinal))
            {
                return ToLineEnd(rest);
            }
        }

        if (isLineStart)
        {
            foreach (var phrase in AtLineStart)
            {
                if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                {
                    return ToLineEnd(rest);
                }
            }
        }

        return 0;
    }

    private static int ToLineEnd(ReadOnlySpan<char> rest) => rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;
}
