using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>
/// Reads what a person typed. All words must be there; OR binds less tightly than standing beside each other; whatever can't be read as an
/// operator is searched as words and noted.
/// </summary>
public sealed class SearchQueryParser(WordReader words, SearchNames names)
{
    /// <summary>UTF-16 code units; the rest is left out and noted.</summary>
    public const int LongestQuery = 500;

    private const int MostParts = 40;
    private const int Deepest = 12;

    public SearchQuery Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return SearchQuery.Everything;
        }

        return new Reading(words, names, text).Read();
    }

    /// <summary>One reading of one query.</summary>
    private sealed class Reading
    {
        private readonly WordReader _words;
        private readonly SearchNames _names;
        private readonly string _text;
        private readonly List<SearchNote> _notes = [];
        private readonly List<QueryPiece> _pieces;
        private int _at;
        private int _depth;
        private int _parts;
        private DateOnly? _from;
        private DateOnly? _to;

        public Reading(WordReader words, SearchNames names, string text)
        {
            (_words, _names, _text) = (words, names, text);
            var read = text;
            if (text.Length > LongestQuery)
            {
                read = text[..(char.IsHighSurrogate(text[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
                _notes.Add(new SearchNote(SearchNoteKind.TooLong, read));
            }

            _pieces = new QueryScanner(read, _notes).Scan();
        }

        public SearchQuery Read()
        {
            var nodes = new List<SearchNode>();
            while (_at < _pieces.Count)
            {
                if (ReadAny(SearchField.Text) is { } node)
                {
                    nodes.Add(node);
                }

                if (_at < _pieces.Count && _pieces[_at].Sign is QuerySign.Close)
                {
                    _notes.Add(new SearchNote(SearchNoteKind.Unpaired, ")"));
                    _at++;
                }
            }

            var root = All(nodes);
            var hopeless = root is null && _from is null && _to is null;
            if (hopeless)
            {
                _notes.Add(new SearchNote(SearchNoteKind.NoWords, _text.Trim()));
            }

            return new SearchQuery { Text = _text, Root = root, From = _from, To = _to, Notes = [.. _notes.Distinct()], IsHopeless = hopeless };
        }

        private SearchNode? ReadAny(SearchField field)
        {
            var branches = new List<SearchNode>();
            do
            {
                if (ReadAll(field) is { } branch)
                {
                    branches.Add(branch);
                }
            }
            while (_at < _pieces.Count && _pieces[_at].Sign is QuerySign.Or && ++_at > 0);
            return branches switch { [] => null, [var only] => only, _ => new AnyNode(branches) };
        }

        private SearchNode? ReadAll(SearchField field)
        {
            var parts = new List<SearchNode>();
            while (_at < _pieces.Count && _pieces[_at].Sign is not (QuerySign.Or or QuerySign.Close))
            {
                if (ReadPart(field) is { } part)
                {
                    parts.Add(part);
                }
            }

            return All(_names.Expand(parts));
        }

        private SearchNode? ReadPart(SearchField field)
        {
            var piece = _pieces[_at++];
            if (_parts >= MostParts)
            {
                _notes.Add(new SearchNote(SearchNoteKind.TooLong, string.Join(' ', _pieces.Take(_at - 1).Select(p => p.Text))));
                _at = _pieces.Count;
                return null;
            }

            return piece.Sign switch
            {
                QuerySign.Minus => ReadNegated(field),
                QuerySign.Open => ReadGroup(field),
                QuerySign.Phrase => Phrase(piece.Text, field),
                QuerySign.Operator => ReadOperator(piece, field),
                _ => Words(piece.Text, field),
            };
        }

        private NotNode? ReadNegated(SearchField field)
        {
            if (_at >= _pieces.Count || !_pieces[_at].Touches || _pieces[_at].Sign is QuerySign.Close or QuerySign.Or)
            {
                return null;
            }

            // "-sesudah:2024-01-01" asks for nothing that a list could leave out: the day counts as a limit all the same.
            return ReadPart(field) is { } part ? new NotNode(part) : null;
        }

        private SearchNode? ReadGroup(SearchField field)
        {
            if (_depth == Deepest)
            {
                return null;
            }

            _depth++;
            var group = ReadAny(field);
            _depth--;
            if (_at < _pieces.Count && _pieces[_at].Sign is QuerySign.Close)
            {
                _at++;
            }
            else
            {
                _notes.Add(new SearchNote(SearchNoteKind.Unpaired, "("));
            }

            return group;
        }

        private SearchNode? ReadOperator(QueryPiece name, SearchField field)
        {
            if (_at >= _pieces.Count || !_pieces[_at].Touches || _pieces[_at].Sign is not (QuerySign.Words or QuerySign.Phrase or QuerySign.Open))
            {
                _notes.Add(new SearchNote(SearchNoteKind.EmptyOperator, name.Text));
                return Words(name.Text, field);
            }

            if (name.Text is "judul" or "berubah")
            {
                return ReadPart(name.Text == "judul" ? SearchField.Title : SearchField.Change);
            }

            if (_pieces[_at].Sign is QuerySign.Open)
            {
                _notes.Add(new SearchNote(SearchNoteKind.EmptyOperator, name.Text));
                return Words(name.Text, field);
            }

            var piece = _pieces[_at++];
            return Filter(name.Text, piece.Text.Trim()) is { } filter ? Counted(filter) : name.Text is "sesudah" or "sebelum" && Day(piece.Text) is not null ? null : Unreadable(name.Text, piece, field);
        }

        private SearchNode? Unreadable(string name, QueryPiece piece, SearchField field)
        {
            _notes.Add(new SearchNote(name is "sesudah" or "sebelum" ? SearchNoteKind.NotADay : SearchNoteKind.UnknownValue, $"{name}:{piece.Text}"));
            return piece.Sign is QuerySign.Phrase ? Phrase(piece.Text, field) : Words(piece.Text, field);
        }

        private SearchNode? Filter(string name, string value)
        {
            switch (name)
            {
                case "wilayah":
                    return _names.Region(value) is { } code ? new TagNode(TagKind.Region, code) : null;
                case "instansi":
                    return _names.Agency(value) is { } agency ? new TagNode(TagKind.Agency, agency) : null;
                case "topik":
                    return _names.Topic(value) is { } topic ? new TagNode(TagKind.Topic, topic) : null;
                case "sumber":
                    return value.Length > 0 ? new SourceNode(value) : null;
                case "penerbit":
                    return value.Length > 0 ? new PublisherNode(value) : null;
                case "sesudah" when Day(value) is { } from:
                    Narrow(ref _from, from, from > _from);
                    return null;
                case "sebelum" when Day(value) is { } to:
                    Narrow(ref _to, to, to < _to);
                    return null;
                default:
                    return null;
            }
        }

        private void Narrow(ref DateOnly? limit, DateOnly day, bool isNarrower)
        {
            if (limit is not null && limit != day)
            {
                _notes.Add(new SearchNote(SearchNoteKind.NarrowedDays, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }

            limit = limit is null || isNarrower ? day : limit;
        }

        private SearchNode? Phrase(string text, SearchField field)
        {
            var read = _words.Read(text).Select(w => w.Word).Where(w => w.Length > 0).ToList();
            return read.Count == 0 ? null : Counted(new PhraseNode(text.Trim(), read, field));
        }

        private SearchNode? Words(string text, SearchField field)
        {
            var read = _words.Read(text).Where(w => w.Word.Length > 0).Select(w => Counted(new WordNode(text.Substring(w.Start, w.Length), w.Terms, field))).ToList();
            return All(read);
        }

        private SearchNode Counted(SearchNode node)
        {
            _parts++;
            return node;
        }

        private static SearchNode? All(IReadOnlyList<SearchNode> parts) => parts switch { [] => null, [var only] => only, _ => new AllNode(parts) };

        private static DateOnly? Day(string text) =>
            DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
