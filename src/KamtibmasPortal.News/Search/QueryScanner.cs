namespace KamtibmasPortal.News.Search;

internal enum QuerySign { Words, Phrase, Open, Close, Or, Minus, Operator }

/// <summary>A piece of a typed query.</summary>
/// <param name="Sign">What it is.</param>
/// <param name="Text">Its words; the name of an operator.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Touches">Whether it stands right behind the piece before, without a blank.</param>
internal readonly record struct QueryPiece(QuerySign Sign, string Text, int Start, bool Touches);

/// <summary>Cuts a typed query into its pieces. Marks without a partner are left out and noted.</summary>
internal sealed class QueryScanner(string text, List<SearchNote> notes)
{
    public static readonly string[] Operators = ["judul", "wilayah", "instansi", "topik", "sumber", "penerbit", "sesudah", "sebelum", "berubah"];

    private readonly List<QueryPiece> _pieces = [];
    private int _at;

    public List<QueryPiece> Scan()
    {
        var start = true;
        while (_at < text.Length)
        {
            var c = text[_at];
            if (char.IsWhiteSpace(c) || c == '\0')
            {
                _at++;
                start = true;
                continue;
            }

            Take(c, start);
            start = text[_at - 1] is '(' or '-';
        }

        return _pieces;
    }

    private void Take(char c, bool atStart)
    {
        var touches = _at > 0 && !char.IsWhiteSpace(text[_at - 1]);
        if (IsQuote(c))
        {
            TakePhrase(touches);
        }
        else if (c is '(' or ')')
        {
            Add(c == '(' ? QuerySign.Open : QuerySign.Close, c.ToString(), 1, touches);
        }
        else if (c is '-' or '\u2212' or '\u2013' && atStart && _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]) && text[_at + 1] is not ('-' or ')'))
        {
            Add(QuerySign.Minus, "-", 1, touches);
        }
        else
        {
            TakeWords(touches);
        }
    }

    private void TakePhrase(bool touches)
    {
        var end = _at + 1;
        while (end < text.Length && !IsQuote(text[end]))
        {
            end++;
        }

        if (end == text.Length)
        {
            notes.Add(new SearchNote(SearchNoteKind.Unpaired, text[_at].ToString()));
            _at++;
            return;
        }

        Add(QuerySign.Phrase, text[(_at + 1)..end], end + 1 - _at, touches);
    }

    private void TakeWords(bool touches)
    {
        var end = _at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '\0' && text[end] is not ('(' or ')') && !IsQuote(text[end]))
        {
            end++;
            if (text[end - 1] == ':' && Operators.Contains(text[_at..(end - 1)], StringComparer.OrdinalIgnoreCase))
            {
                Add(QuerySign.Operator, text[_at..(end - 1)].ToLowerInvariant(), end - _at, touches);
                return;
            }
        }

        var word = text[_at..end];
        Add(word == "OR" ? QuerySign.Or : QuerySign.Words, word, end - _at, touches);
    }

    private void Add(QuerySign sign, string piece, int length, bool touches)
    {
        _pieces.Add(new QueryPiece(sign, piece, _at, touches));
        _at += length;
    }

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
}
