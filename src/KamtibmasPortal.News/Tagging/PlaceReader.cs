using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Finds in a field the names that may be regions, with the words that say so; leaves open which region an ambiguous name means.</summary>
internal sealed class PlaceReader(Gazetteer gazetteer)
{
    private const int LongestName = 6;

    /// <summary>Names that begin at a word, and how many words were read: 1 at least.</summary>
    public int Read(TaggedText text, int at, List<PlaceMention> found)
    {
        var token = text.Tokens[at];
        if (PlaceWords.Cues.TryGetValue(token.Word, out var level) && at + 1 < text.Tokens.Count && ReadCued(text, at, level, found) is > 0 and var read)
        {
            return read;
        }

        if (token.IsCapital && token.Word == "sabang" && at + 2 < text.Tokens.Count && text.Tokens[at + 2].Word == "merauke")
        {
            // All of Indonesia.
            return 3;
        }

        return token.IsCapital && ReadBare(text, at, found) is > 0 and var bare ? bare : 1;
    }

    /// <summary>A place right behind an agency's words: the longest name of one of the levels, its type word included. Null when there is none.</summary>
    /// <param name="text">The field.</param>
    /// <param name="from">First word of the agency.</param>
    /// <param name="at">First word behind it.</param>
    /// <param name="levels">Levels its units serve.</param>
    /// <param name="city">True or false where the agency's own words say kota or kabupaten ("Pemkot"), else null.</param>
    /// <param name="isWeak">The agency's area says little about the place of the matter.</param>
    public PlaceMention? ReadBehind(TaggedText text, int from, int at, IReadOnlyList<RegionLevel> levels, bool? city, bool isWeak)
    {
        var tokens = text.Tokens;
        RegionLevel? typed = city is null ? null : RegionLevel.Regency;
        var isCity = city ?? false;
        var name = at;
        while (name < tokens.Count && (name == at || IsJoined(tokens, name)))
        {
            var word = tokens[name].Word;
            if (word is "kota" or "kabupaten" or "kab" or "kotamadya" && name + 1 < tokens.Count && levels.Contains(RegionLevel.Regency))
            {
                (typed, isCity) = (RegionLevel.Regency, word.StartsWith("kota", StringComparison.Ordinal));
            }
            else if (word is "provinsi" or "prov" && levels.Contains(RegionLevel.Province))
            {
                typed = RegionLevel.Province;
            }
            else if (word is not ("administrasi" or "adm" or "daerah" or "resor" or "wilayah" or "setempat" or "kecamatan" or "kec"))
            {
                break;
            }

            name++;
        }

        if (name >= tokens.Count || (name > at && !IsJoined(tokens, name)) || !tokens[name].IsCapital)
        {
            return null;
        }

        // The longest name decides: a unit for "Jakarta Selatan" is not the province's.
        (List<string> Codes, int To)? best = null;
        foreach (var level in typed is { } only ? [only] : levels)
        {
            best = Longest(tokens, name, level) is { } hit && (best is null || hit.To > best.Value.To) ? hit : best;
        }

        if (best is null && name > at && Longest(tokens, name - 1, RegionLevel.Regency) is { } whole)
        {
            // "Kota Jogja": the type word is part of the name.
            best = whole;
        }

        if (best is not { } found || PlaceContext.IsPersonsName(tokens, name))
        {
            return null;
        }

        var isRegency = Region.LevelOf(found.Codes[0]) is RegionLevel.Regency;
        var codes = typed is RegionLevel.Regency ? found.Codes.FindAll(c => gazetteer[c].IsCity == isCity) : found.Codes;
        codes = codes.Count == 0 ? found.Codes : codes;
        var to = found.To;
        if (isRegency && to + 1 < tokens.Count && tokens[to + 1].Word == "kota" && tokens[to + 1].IsCapital && tokens[to + 1].Gap == ' ' && codes.Count > 1)
        {
            // "Polres Pasuruan Kota"
            codes = codes.FindAll(c => gazetteer[c].IsCity);
            to++;
        }

        return new PlaceMention { Text = text, From = from, To = to, NameFrom = name, Cue = PlaceCue.Agency, Candidates = codes, IsWeak = isWeak };
    }

    /// <summary>A name behind "Polsek" that no district bears, to be settled by the districts around.</summary>
    public static PlaceMention? UnknownBehind(TaggedText text, int from, int at, RegionLevel level)
    {
        var tokens = text.Tokens;
        if (text.Field is not EvidenceField.Body || (at + 1 < tokens.Count && tokens[at + 1].IsCapital && from > 0 && tokens[from - 1].IsCapital && tokens[from - 1].Sentence == tokens[from].Sentence))
        {
            // In a headline every word is capitalised: "Polsek Gelar Patroli".
            return null;
        }

        return at < tokens.Count && tokens[at].Word is not ("setempat" or "terdekat" or "tersebut" or "jajaran" or "kota" or "metro" or "urban" or "kawasan") && tokens[at].IsCapital && tokens[at].Word.Length > 3 && char.IsLetter(tokens[at].Word[0]) && IsJoined(tokens, at) && !PlaceWords.PersonBefore.Contains(tokens[at].Word)
            ? new PlaceMention { Text = text, From = from, To = at, NameFrom = at, Cue = PlaceCue.Agency, Candidates = [], Unknown = level } : null;
    }

    private int ReadCued(TaggedText text, int at, RegionLevel level, List<PlaceMention> found)
    {
        var tokens = text.Tokens;
        var cue = tokens[at].Word;
        var name = at + 1;
        while (name + 1 < tokens.Count && PlaceWords.Fillers.Contains(tokens[name].Word) && IsJoined(tokens, name))
        {
            level = PlaceWords.Cues.TryGetValue(tokens[name].Word, out var inner) && inner is RegionLevel.Village ? inner : level;
            name++;
        }

        var before = found.Count;
        var from = at;
        var last = at;
        while (name < tokens.Count && (name == at + 1 || found.Count > before || IsJoined(tokens, name)) && tokens[name].IsCapital)
        {
            var hit = Typed(tokens, name, level, cue);
            if (hit is null)
            {
                if (level >= RegionLevel.District && name == at + 1 && IsJoined(tokens, name) && CouldBeMisspelled(cue))
                {
                    found.Add(new PlaceMention { Text = text, From = from, To = name, NameFrom = name, Cue = PlaceCue.Typed, Candidates = [], Unknown = level, IsOrigin = PlaceContext.IsOrigin(text, at, level) });
                }

                break;
            }

            found.Add(new PlaceMention { Text = text, From = from, To = hit.Value.To, NameFrom = name, Cue = PlaceCue.Typed, Candidates = hit.Value.Codes, IsOrigin = PlaceContext.IsOrigin(text, at, level) });
            last = hit.Value.To;
            if (!PlaceWords.GoesOnOverLists(cue) || NextInList(tokens, last) is not { } next || PlaceWords.Cues.ContainsKey(tokens[next].Word)
                || IsSurroundings(tokens, next, hit.Value.Codes))
            {
                break;
            }

            from = name = next;
        }

        return found.Count > before ? last - at + 1 : 0;
    }

    private static bool CouldBeMisspelled(string cue) => cue is "kecamatan" or "kec" or "distrik" or "kapanewon" or "kemantren" or "kelurahan" or "kel" or "desa" or "nagari" or "gampong" or "kalurahan";

    private (List<string> Codes, int To)? Typed(List<Token> tokens, int name, RegionLevel level, string cue)
    {
        if (!IsJoinedOrListed(tokens, name) || Longest(tokens, name, level) is not { } hit)
        {
            // "Kota Kraksaan": a town that is no kota.
            return cue == "kota" && Longest(tokens, name, RegionLevel.District) is { } town && gazetteer.Town(Gazetteer.Squash(tokens, name, town.To)!) is { } code ? ([code], town.To) : null;
        }

        if (level is RegionLevel.Regency)
        {
            var right = hit.Codes.FindAll(c => gazetteer[c].IsCity == cue.StartsWith("kota", StringComparison.Ordinal));
            return (right.Count > 0 ? right : hit.Codes, hit.To);
        }

        return hit;
    }

    private int ReadBare(TaggedText text, int at, List<PlaceMention> found)
    {
        var tokens = text.Tokens;
        if (PlaceContext.IsNoPlace(text, at))
        {
            // The words of a road or a school must not be read again as a town.
            var last = Longest(tokens, at, RegionLevel.Regency)?.To ?? at - 1;
            while (last >= at && last + 1 < tokens.Count && tokens[last + 1].Gap is '-' && tokens[last + 1].IsCapital)
            {
                // "Jalan Padang-Bukittinggi"
                last = Longest(tokens, last + 1, RegionLevel.Regency)?.To ?? last + 1;
            }

            return last - at + 1;
        }

        var province = Longest(tokens, at, RegionLevel.Province);
        var regency = Longest(tokens, at, RegionLevel.Regency);
        var district = Longest(tokens, at, RegionLevel.District);
        var best = province is { } p && (regency is null || p.To > regency.Value.To) ? province : regency;
        if (best is { } && province is { } both && regency is { } same && both.To == same.To)
        {
            // "Jambi", "Bengkulu": town and province share the name; which is meant stays open.
            best = ([.. both.Codes, .. same.Codes], both.To);
        }

        if (regency is { } t && best?.To == t.To && !(district?.To > t.To) && gazetteer.Town(Gazetteer.Squash(tokens, at, t.To)!) is { } town && t.Codes.Count == 1 && town != t.Codes[0])
        {
            // A seat that is also a district: the district when its regency stands beside it, else the regency.
            found.Add(new PlaceMention { Text = text, From = at, To = t.To, NameFrom = at, Cue = PlaceCue.Bare, Candidates = [town], Fallback = t.Codes[0], IsOrigin = PlaceContext.IsOrigin(text, at, RegionLevel.Regency) });
            return t.To - at + 1;
        }

        if (district is { } d && (best is null || d.To > best.Value.To))
        {
            if (PlaceContext.IsPersonBehind(tokens, d.To))
            {
                return 0;
            }

            found.Add(new PlaceMention { Text = text, From = at, To = d.To, NameFrom = at, Cue = PlaceCue.Bare, Candidates = d.Codes, IsOrigin = PlaceContext.IsOrigin(text, at, RegionLevel.District) });
            return d.To - at + 1;
        }

        if (best is { } whole && whole.To == at && IsPartOfVillage(tokens, at, whole.Codes))
        {
            return 0;
        }

        if (best is not { } hit || PlaceContext.IsPersonBehind(tokens, hit.To) || (IsEverydayUse(text, at, hit.To) && text.RoleOf(at) is not EvidenceRole.Dateline))
        {
            return 0;
        }

        found.Add(new PlaceMention { Text = text, From = at, To = hit.To, NameFrom = at, Cue = PlaceCue.Bare, Candidates = hit.Codes, IsOrigin = PlaceContext.IsOrigin(text, at, RegionLevel.Regency), IsWeak = PlaceContext.IsWhereSomebodySpoke(text, at, hit.Codes) });
        return hit.To - at + 1;
    }

    /// <summary>"Lebak Bulus" in Jakarta is no part of Kabupaten Lebak.</summary>
    private bool IsPartOfVillage(List<Token> tokens, int at, List<string> codes)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].IsCapital || tokens[at + 1].Gap != ' ')
        {
            return false;
        }

        var villages = gazetteer.Find(RegionLevel.Village, tokens, at, at + 1);
        foreach (var village in villages)
        {
            if (codes.Exists(c => Region.Contains(c, village)))
            {
                return false;
            }
        }

        return villages.Length > 0;
    }

    /// <summary>The longest run of capitalised words from here that names a region of the level.</summary>
    private (List<string> Codes, int To)? Longest(List<Token> tokens, int at, RegionLevel level)
    {
        var last = at;
        while (last + 1 < tokens.Count && last - at + 1 < LongestName && tokens[last + 1].Gap is ' ' or '-' && (tokens[last + 1].IsCapital || tokens[last + 1].Word == "dan"))
        {
            last++;
        }

        for (var to = last; to >= at; to--)
        {
            if (tokens[to].Word != "dan" && gazetteer.Find(level, tokens, at, to) is { Length: > 0 } codes)
            {
                return ([.. codes], to);
            }
        }

        return null;
    }

    private static bool IsJoined(List<Token> tokens, int at) => tokens[at].Gap is ' ' or '.' or '-' && tokens[at].Sentence == tokens[at - 1].Sentence;

    private static bool IsJoinedOrListed(List<Token> tokens, int at) => tokens[at].Sentence == tokens[at - 1].Sentence && tokens[at].Gap is ' ' or '.' or ',' or '-';

    /// <summary>The first word of the next name of a list "A, B, serta C"; null when the list ends.</summary>
    private static int? NextInList(List<Token> tokens, int last)
    {
        var next = last + 1;
        if (next >= tokens.Count || tokens[next].Sentence != tokens[last].Sentence)
        {
            return null;
        }

        if (tokens[next].Gap is ',' && tokens[next].IsCapital)
        {
            return next;
        }

        return tokens[next].Word is "dan" or "serta" or "atau" && next + 1 < tokens.Count && tokens[next + 1].IsCapital ? next + 1 : null;
    }

    /// <summary>"Kecamatan Pusakanagara, Subang": the next name is where the last one lies, no further item.</summary>
    private bool IsSurroundings(List<Token> tokens, int next, List<string> inner) =>
        tokens[next].Gap is ',' && (Longest(tokens, next, RegionLevel.Regency) ?? Longest(tokens, next, RegionLevel.Province) ?? (Region.LevelOf(inner[0]) is RegionLevel.Village ? Longest(tokens, next, RegionLevel.District) : null)) is { } outer
            && outer.Codes.Exists(o => inner.Exists(i => i != o && Region.Contains(o, i)));

    private bool IsEverydayUse(TaggedText text, int at, int to)
    {
        if (!(to == at ? PlaceWords.IsEveryday(text.Tokens[at].Word) : to == at + 1 && text.Tokens[at].Word == "batu" && text.Tokens[to].Word == "bara"))
        {
            return false;
        }

        if (PlaceContext.IsPersonsName(text.Tokens, at))
        {
            return true;
        }

        var before = at > 0 ? text.Tokens[at - 1].Word : "";
        if (before is "di" or "ke" or "kota" or "kabupaten" or "se" or "asal" or "warga")
        {
            // "di Medan Merdeka"
            return to + 1 < text.Tokens.Count && text.Tokens[to + 1].Word is "merdeka" or "laga" or "perang" or "magnet";
        }

        // "Batu, Jawa Timur"
        return !(to + 1 < text.Tokens.Count && text.Tokens[to + 1].Gap == ',' && Longest(text.Tokens, to + 1, RegionLevel.Province) is not null);
    }
}
