using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>What the words around a name say against it: a road, a person, where somebody comes from or where somebody spoke.</summary>
internal static class PlaceContext
{
    public static bool IsNoPlace(TaggedText text, int at)
    {
        if (at == 0 || text.Tokens[at].Gap is not (' ' or '.' or '-'))
        {
            return false;
        }

        var before = text.Tokens[at - 1];
        if (before.Sentence != text.Tokens[at].Sentence)
        {
            return false;
        }

        return PlaceWords.NotAPlaceAfter.Contains(before.Word) || (before.Word == "air" && at > 1 && text.Tokens[at - 2].Word == "pintu") || IsNameBehindCalling(text, at) || PlaceWords.PersonBefore.Contains(before.Word)
            || (at > 1 && (before.IsCapital || PlaceWords.RoadKinds.Contains(before.Word)) && text.Tokens[at - 2].Word is "jalan" or "jl" or "jln" or "ruas" or "jalur" && text.Tokens[at - 1].Gap is ' ' or '.')
            || (at > 2 && PlaceWords.RoadKinds.Contains(text.Tokens[at - 2].Word) && text.Tokens[at - 3].Word is "jalan" or "jl" or "jln" or "ruas" && before.Gap is ' ' or '.');
    }

    /// <summary>"pensiunan polisi Rangga Cimahi": the last part of a person's name.</summary>
    private static bool IsNameBehindCalling(TaggedText text, int at) =>
        at > 1 && text.Field is EvidenceField.Body && text.Tokens[at].Gap is ' ' && text.Tokens[at - 1] is { IsCapital: true, Gap: ' ', Length: > 2 } first && !PlaceWords.Cues.ContainsKey(first.Word) && char.IsLower(text.Text[first.Start + 1])
        && text.Tokens[at - 2] is { IsCapital: false } calling && calling.Sentence == text.Tokens[at].Sentence && PlaceWords.Callings.Contains(calling.Word);

    /// <summary>"Surya (46)", "Kusuma, S.H.": a person.</summary>
    public static bool IsPersonBehind(List<Token> tokens, int last) =>
        last + 1 < tokens.Count && ((tokens[last + 1].Gap == '(' && tokens[last + 1].Length <= 2 && char.IsDigit(tokens[last + 1].Word[0]))
            || (tokens[last + 1].Gap == ',' && tokens[last + 1].Word is "s" && tokens[last + 1].Sentence == tokens[last].Sentence));

    /// <summary>"Wali Kota Bima Arya": names of persons that begin like a town.</summary>
    public static bool IsPersonsName(List<Token> tokens, int at) => at + 1 < tokens.Count && (tokens[at].Word, tokens[at + 1].Word) is ("bima", "arya" or "sakti" or "haria");

    public static bool IsOrigin(TaggedText text, int at, RegionLevel level)
    {
        if (text.Tokens[at].Gap is ',' && IsAddressOf(text.Tokens, at))
        {
            return true;
        }

        for (var i = at - 1; i >= 0 && i >= at - 3 && text.Tokens[i].Sentence == text.Tokens[at].Sentence; i--)
        {
            var word = text.Tokens[i].Word;
            if (PlaceWords.OriginBefore.Contains(word) || (word is "warga" or "penduduk" && i == at - 1 && (level <= RegionLevel.Regency || IsApposition(text.Tokens, i))) || (word == "dari" && i == at - 1 && LeadsAway(text, at)))
            {
                return true;
            }

            if (word == "di" && i == at - 1 && i > 0 && PlaceWords.BiographyBefore.Contains(text.Tokens[i - 1].Word))
            {
                return true;
            }

            if (word == "ke" && i == at - 1 && level <= RegionLevel.Regency && IsBroughtTo(text, i))
            {
                return true;
            }

            if (word is "di" or "ke" || text.Tokens[i + 1].Gap is ',' or '(' or ':')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"dibawa dari Selatpanjang ke Jakarta", "dirujuk ke Bandung".</summary>
    private static bool IsBroughtTo(TaggedText text, int to)
    {
        for (var i = to - 1; i >= 0 && i >= to - 4 && text.Tokens[i].Sentence == text.Tokens[to].Sentence; i--)
        {
            if (PlaceWords.BroughtTo.Contains(text.Tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"AS (30), warga Desa X, Kecamatan Y": the further names of a person's address.</summary>
    public static bool IsAddressOf(List<Token> tokens, int at)
    {
        for (var i = at - 1; i > 0 && i >= at - 12 && tokens[i].Sentence == tokens[at].Sentence; i--)
        {
            if (tokens[i].Word is "warga" or "penduduk")
            {
                return IsApposition(tokens, i);
            }

            if (!tokens[i].IsCapital && !PlaceWords.Cues.ContainsKey(tokens[i].Word) && tokens[i].Word is not ("rt" or "rw" or "dusun" or "kampung" or "lingkungan"))
            {
                return tokens[i].Word is "asal" or "beralamat" or "berdomisili";
            }
        }

        return false;
    }

    /// <summary>"AS (30), warga Desa X": where a person lives, not where "warga Desa X mengeluh".</summary>
    public static bool IsApposition(List<Token> tokens, int at) =>
        at > 1 && tokens[at].Gap is ',' or '(' && tokens[at].Sentence == tokens[at - 1].Sentence && (char.IsDigit(tokens[at - 1].Word[0]) || tokens[at - 1].Word is "tahun" or "thn" || tokens[at - 1].IsCapital);

    /// <summary>"dari Medan menuju Jakarta", "dari Malaysia ke Batam".</summary>
    public static bool LeadsAway(TaggedText text, int at)
    {
        for (var i = at + 1; i < text.Tokens.Count && i <= at + 6 && text.Tokens[i].Sentence == text.Tokens[at].Sentence; i++)
        {
            if (text.Tokens[i].Word is "menuju" or "ke" or "tujuan")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"kata juru bicara di Jakarta": the national capital speaks about every province.</summary>
    public static bool IsWhereSomebodySpoke(TaggedText text, int at, List<string> codes)
    {
        var tokens = text.Tokens;
        if (!codes.TrueForAll(c => c == "31" || c.StartsWith("31.", StringComparison.Ordinal)) || at == 0 || tokens[at - 1].Word is not ("di" or "dari"))
        {
            return false;
        }

        for (var i = at - 1; i >= 0 && i >= at - 12 && tokens[i].Sentence == tokens[at].Sentence; i--)
        {
            if (PlaceWords.Speech.Contains(tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }
}
