using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Finds agencies and their office holders in a field, each with the place that follows.</summary>
internal sealed class AgencyReader(AgencyRegistry registry, PlaceReader places)
{
    private const int LongestUnitName = 7;

    /// <summary>The agency that begins at a word, or null.</summary>
    public AgencyMention? Read(TaggedText text, int at)
    {
        foreach (var phrase in registry.StartingWith(text.Tokens[at].Word))
        {
            if (Matches(text, at, phrase) && Read(text, at, phrase) is { } mention)
            {
                return mention;
            }
        }

        return null;
    }

    private AgencyMention? Read(TaggedText text, int at, AgencyPhrase phrase)
    {
        var tokens = text.Tokens;
        var behind = at + phrase.Words.Length;
        if (behind < tokens.Count && tokens[behind].Gap == '(' && tokens[behind].IsCapital && IsKnownAbbreviation(tokens[behind].Word, phrase.Kind))
        {
            // "Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Kaur"
            behind++;
        }

        // "para kapolres": all of them, none in particular.
        if (phrase.IsHead && at > 0 && tokens[at - 1].Word is "para" or "seluruh" or "jajaran" or "setiap" or "semua" or "masing")
        {
            return null;
        }

        var isBuilding = at > 0 && tokens[at - 1].Gap is ' ' or '-' && tokens[at - 1].Word is "kantor" or "rumah" or "gedung" or "halaman" or "depan" or "pendopo" or "pendapa" or "dinas" or "aula" or "ruang" or "calon" or "mantan" or "eks"
            && (phrase.IsHead || (phrase.Kind is "dprd" or "kpu" or "bawaslu" or "pemprov" or "pemkot" or "pemkab" or "pemda" && tokens[at - 1].Word is not "dinas"));
        var isFormer = phrase.IsHead && IsFormer(tokens, at);
        isBuilding |= isFormer;
        var kind = registry.KnowsKind(phrase.Kind) ? registry.Kind(phrase.Kind) : null;
        if (kind is not null && behind + 1 < tokens.Count && IsTaskList(text, behind) && kind.Slug.StartsWith("din", StringComparison.Ordinal))
        {
            // "Dinas Sosial PPKB Banyuwangi"
            behind++;
        }

        var place = kind is not null && kind.Levels.Count > 0 ? PlaceBehind(text, at, behind, kind) : null;
        if (Registered(text, at, behind, phrase.Kind, phrase.IsHead) is { } named && (place is null || named.To >= place.To))
        {
            return named;
        }

        if (place is not null)
        {
            place.IsOrigin |= isFormer;
            return new AgencyMention { Text = text, From = at, To = place.To, Kind = phrase.Kind, Place = place, IsHead = phrase.IsHead, IsBuilding = isBuilding };
        }

        if ((phrase.National ?? (kind is { IsNational: true } && phrase.IsHead ? registry.National(kind.Slug) : null)) is { } national)
        {
            return new AgencyMention { Text = text, From = at, To = at + phrase.Words.Length - 1, Kind = phrase.Kind, Agency = national, IsHead = phrase.IsHead, IsBuilding = isBuilding, IsBareNational = phrase.Words[^1] is not ("ri" or "indonesia" or "pusat") };
        }

        if (kind?.Slug is "polsek" or "koramil" && PlaceReader.UnknownBehind(text, at, behind, RegionLevel.District) is { } unknown)
        {
            return new AgencyMention { Text = text, From = at, To = unknown.To, Kind = phrase.Kind, Place = unknown, IsHead = phrase.IsHead };
        }

        if (kind?.Slug is "lembaga" or "kementerian")
        {
            return null;
        }

        return kind is null ? null : new AgencyMention { Text = text, From = at, To = at + phrase.Words.Length - 1, Kind = phrase.Kind, IsHead = phrase.IsHead, IsBuilding = isBuilding };
    }

    /// <summary>"mantan Kapolsek", "pernah menjabat Bupati": the office is somebody's past.</summary>
    private static bool IsFormer(List<Token> tokens, int at) =>
        at > 0 && tokens[at].Gap is ' ' && (tokens[at - 1].Word is "mantan" or "eks" or "bekas"
            || (at > 1 && tokens[at - 1].Word is "menjabat" or "menjadi" && tokens[at - 2].Word is "pernah" or "semasa" or "sempat"));

    private PlaceMention? PlaceBehind(TaggedText text, int from, int behind, AgencyKind kind)
    {
        var tokens = text.Tokens;
        var at = behind;
        while (at < tokens.Count && at - behind < 3 && tokens[at].Gap is ' ' or '/' or '-' or '.' && (char.IsDigit(tokens[at].Word[0]) || IsRoman(tokens[at].Word) && kind.Slug is "kodam" or "lanud" or "lantamal"))
        {
            at++;
        }

        return at < tokens.Count && tokens[at].Sentence == tokens[behind - 1].Sentence && tokens[at].Gap is ' ' or '/' or '.' or '-' || (at < tokens.Count && at == behind && tokens[at].Gap == '(')
            ? places.ReadBehind(text, from, at, kind.Levels, SaysCity(kind.Slug, tokens[behind - 1].Word), kind.Slug is "kodim")
            : null;
    }

    /// <summary>A registered name that starts here: "Polres Metro Jakarta Timur", or its office holder: "Kapolres Malang Kota".</summary>
    private AgencyMention? Registered(TaggedText text, int at, int behind, string kind, bool isHead)
    {
        var tokens = text.Tokens;
        var last = behind - 1;
        while (last + 1 < tokens.Count && last - behind + 2 < LongestUnitName && tokens[last + 1].IsCapital && tokens[last + 1].Gap is ' ' or '/' or '-' && tokens[last + 1].Sentence == tokens[at].Sentence)
        {
            last++;
        }

        var prefix = kind is "polres" or "polda" or "kodim" or "kodam" or "korem" ? kind : null;
        for (var to = last; to >= behind; to--)
        {
            if (NameBehind(tokens, behind, to) is not { Length: > 2 } rest)
            {
                continue;
            }

            var agency = prefix is null ? null : registry.Named(GradeOf(tokens, at, behind) + rest) ?? registry.Named(prefix + rest) ?? (kind == "polres" ? registry.Named("polresta" + rest) ?? registry.Named("polrestabes" + rest) ?? registry.Named("polresmetro" + rest) : null);
            agency ??= (Gazetteer.Squash(tokens, at, to) is { } whole ? registry.Named(whole) : null) ?? (prefix is null && isHead ? registry.Named(kind + rest) : null);
            if (agency is not null && agency.Kind == kind)
            {
                var homonyms = registry.Homonyms(agency);
                return new AgencyMention
                {
                    Text = text,
                    From = at,
                    To = to,
                    Kind = kind,
                    Agency = agency,
                    IsHead = isHead,
                    Homonyms = homonyms,
                    Place = homonyms.Count == 0 ? null : new PlaceMention { Text = text, From = at, To = to, NameFrom = at, Cue = PlaceCue.Agency, Candidates = [.. homonyms.Select(a => a.RegionCode!)] },
                };
            }
        }

        return null;
    }

    /// <summary>The squashed name behind a kind. "Pangdam IV/Diponegoro": a numeral is one although it comes first.</summary>
    private static string? NameBehind(List<Token> tokens, int behind, int to) =>
        Gazetteer.Squash(tokens, behind - 1, behind - 1) is { } last && Gazetteer.Squash(tokens, behind - 1, to) is { } name ? name[last.Length..] : null;

    /// <summary>"Kapolrestabes Bandung" is not the Polresta of Kabupaten Bandung: the grade that is printed comes before any other.</summary>
    private static string GradeOf(List<Token> tokens, int at, int behind)
    {
        for (var i = at; i < behind; i++)
        {
            var grade = tokens[i].Word switch
            {
                var w when w.EndsWith("polrestabes", StringComparison.Ordinal) => "polrestabes",
                var w when w.EndsWith("polresta", StringComparison.Ordinal) => "polresta",
                "metro" => "polresmetro",
                _ => null,
            };
            if (grade is not null)
            {
                return grade;
            }
        }

        return "";
    }

    /// <summary>An abbreviation of further tasks between a dinas and its place.</summary>
    private static bool IsTaskList(TaggedText text, int at)
    {
        var token = text.Tokens[at];
        return token.Length is >= 3 and <= 10 && token.Gap is ' ' && IsCapitals(text.Text.AsSpan(token.Start, token.Length)) && !IsCapitals(text.Text.AsSpan(text.Tokens[at + 1].Start, text.Tokens[at + 1].Length));
    }

    private static bool Matches(TaggedText text, int at, AgencyPhrase phrase)
    {
        var tokens = text.Tokens;
        if (at + phrase.Words.Length > tokens.Count || !tokens[at].IsCapital)
        {
            return phrase.IsHead && MatchesLowerCase(text, at, phrase);
        }

        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (tokens[at + i].Word != phrase.Words[i] || tokens[at + i].Sentence != tokens[at].Sentence)
            {
                return false;
            }
        }

        // Abbreviations that are also words or initials must be printed as abbreviations.
        return phrase.Words.Length > 1 || phrase.Words[0].Length > 3 || IsCapitals(text.Text.AsSpan(tokens[at].Start, tokens[at].Length));
    }

    /// <summary>"wali kota Bekasi", "bupati Kaur": offices are often printed small.</summary>
    private static bool MatchesLowerCase(TaggedText text, int at, AgencyPhrase phrase)
    {
        var tokens = text.Tokens;
        if (at + phrase.Words.Length > tokens.Count || phrase.Words[0].Length < 5)
        {
            return false;
        }

        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (tokens[at + i].Word != phrase.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsKnownAbbreviation(string word, string kind) => registry.StartingWith(word).Any(p => p.Words.Length == 1 && p.Kind == kind);

    /// <summary>"Pemkot", "BNN Kota", "Wali Kota": the words themselves tell kota from kabupaten.</summary>
    private static bool? SaysCity(string kind, string lastWord) => (kind, lastWord) switch
    {
        ("pemkot", _) or (_, "kota" or "kotamadya") => true,
        ("pemkab", _) or (_, "kabupaten" or "kab") => false,
        _ => null,
    };

    private static bool IsRoman(string word) => word.Length <= 6 && word.All(c => c is 'i' or 'v' or 'x');

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
