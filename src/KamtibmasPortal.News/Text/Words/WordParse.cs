namespace KamtibmasPortal.News.Text.Words;

/// <summary>Takes one word apart in every way the affixes allow and keeps the likeliest roots.</summary>
/// <remarks>Depth is bounded by the number of prefixes a word can have, never by its length.</remarks>
internal ref struct WordParse(RootList roots)
{
    private const int DeepestPrefix = 3;
    private const int GuessLimit = 4;
    private const int ShortestGuess = 4;

    private int _score = int.MaxValue;
    private Suffix _suffix;
    private int _endingCost;

    /// <summary>The likeliest root, and another where nothing decides between the two.</summary>
    public Root? Best { get; private set; }

    public Root? Rival { get; private set; }

    /// <summary>The two words of a compound that no list has ("menguji" + "coba").</summary>
    public (Root First, Root Second)? Compound { get; private set; }

    /// <summary>Stems an unknown root may have.</summary>
    public List<string>? Guesses { get; private set; }

    private int _compoundScore = int.MaxValue;

    /// <summary>Looks below a stem whose ending was cut off.</summary>
    public void Read(scoped ReadOnlySpan<char> stem, Suffix suffix, int endingCost)
    {
        _suffix = suffix;
        _endingCost = endingCost;
        Cut(stem, Prefix.None, Prefix.None, 0, 0);
    }

    private void Cut(scoped ReadOnlySpan<char> stem, Prefix outer, Prefix last, int cost, int depth)
    {
        Leaf(stem, outer, cost, depth);
        if (depth == DeepestPrefix || stem.Length < 4)
        {
            return;
        }

        switch (stem[0])
        {
            case 'd' when stem[1] == 'i':
                Next(stem[2..], Prefix.Di, outer, last, cost + Affix.Plain, depth);
                break;
            case 'k' when stem[1] == 'e':
                Next(stem[2..], Prefix.Ke, outer, last, cost + Affix.Plain, depth);
                break;
            case 'k' when stem[1] == 'u':
                Next(stem[2..], Prefix.Actor, outer, last, cost + 14, depth);
                break;
            case 'k' when stem.StartsWith("kau", StringComparison.Ordinal):
                Next(stem[3..], Prefix.Actor, outer, last, cost + 12, depth);
                break;
            case 's' when stem[1] == 'e':
                Next(stem[2..], Prefix.Se, outer, last, cost + Affix.Plain, depth);
                break;
            case 'b' when stem[1] == 'e':
                Rolled(stem, Prefix.Ber, outer, last, cost, depth);
                break;
            case 't' when stem.StartsWith("tidak", StringComparison.Ordinal) && last == Prefix.Ke:
                Cut(stem[5..], outer, last, cost + 8, depth + 1);
                break;
            case 't' when stem[1] == 'e':
                Rolled(stem, Prefix.Ter, outer, last, cost, depth);
                break;
            case 'p' when stem[1] == 'e':
                Rolled(stem, Prefix.Per, outer, last, cost, depth);
                Nasal(stem[2..], Prefix.Pe, outer, last, cost, depth);
                break;
            case 'm' when stem[1] == 'e':
                Nasal(stem[2..], Prefix.Me, outer, last, cost, depth);
                break;
        }

        if (depth == 0 && stem[0] is 'n' or 'm')
        {
            Nasal(stem, Prefix.Spoken, outer, last, cost + 15, depth);
        }

        if (Affix.LearnedLength(stem) is > 0 and var length && Affix.Follows(last, Prefix.Learned))
        {
            // What follows is a word of its own: its prefixes decide which ending fits.
            Cut(stem[length..], outer, last == Prefix.None ? Prefix.None : Prefix.Learned, cost + 12, depth + 1);
        }
    }

    private void Next(scoped ReadOnlySpan<char> rest, Prefix prefix, Prefix outer, Prefix last, int cost, int depth)
    {
        if (rest.Length >= 3 && Affix.Follows(last, prefix))
        {
            Cut(rest, outer == Prefix.None ? prefix : outer, prefix, cost, depth + 1);
        }
    }

    /// <summary>ber-, ter-, per-: their r is lost before another one and before a first syllable with -er- (bekerja).</summary>
    private void Rolled(scoped ReadOnlySpan<char> stem, Prefix prefix, Prefix outer, Prefix last, int cost, int depth)
    {
        if (stem[2] == 'r')
        {
            Next(stem[3..], prefix, outer, last, cost + Affix.Plain, depth);
            // A bare pe- before r is peN-'s business; memper- and diper- lose their r like ber- (memperebutkan).
            if (prefix != Prefix.Per || last is Prefix.Me or Prefix.Di)
            {
                Next(stem[2..], prefix, outer, last, cost + Affix.Plain, depth);
            }
        }
        else if (stem.Length > 5 && stem[3] == 'e' && stem[4] == 'r')
        {
            Next(stem[2..], prefix, outer, last, cost + Affix.Plain + 3, depth);
        }
    }

    /// <summary>meN- and peN-: what the nasal stands for.</summary>
    private void Nasal(scoped ReadOnlySpan<char> rest, Prefix prefix, Prefix outer, Prefix last, int cost, int depth)
    {
        if (!Affix.Follows(last, prefix) || rest.Length < 3)
        {
            return;
        }

        cost += Affix.Plain;
        if (rest.StartsWith("ng", StringComparison.Ordinal))
        {
            AfterNasal(rest[2..], "k", "ghqkxrl", 'k', prefix, outer, last, cost, depth);
            // Roots of one syllable take menge-: mengebom.
            if (rest[2] == 'e' && (rest.Length <= 7 || prefix == Prefix.Spoken))
            {
                Next(rest[3..], prefix, outer, last, cost + (rest.Length <= 6 ? 2 : 4), depth);
            }
        }
        else if (rest.StartsWith("ny", StringComparison.Ordinal))
        {
            AfterNasal(rest[2..], "sc", "", ' ', prefix, outer, last, cost, depth);
        }
        else if (rest[0] == 'n')
        {
            AfterNasal(rest[1..], "t", "cdjzts", 't', prefix, outer, last, cost, depth);
        }
        else if (rest[0] == 'm')
        {
            AfterNasal(rest[1..], "p", "bfvp", 'p', prefix, outer, last, cost, depth);
        }

        if (prefix != Prefix.Spoken && rest[0] is 'n' or 'm' or 'l' or 'r' or 'w' or 'y')
        {
            Next(rest, prefix, outer, last, cost + (rest.StartsWith("ny", StringComparison.Ordinal) ? 6 : rest[0] is 'n' or 'm' ? 1 : 0), depth);
        }
        else if (prefix == Prefix.Pe && !IsVowel(rest[0]))
        {
            Next(rest, prefix, outer, last, cost + 4, depth);
        }
    }

    /// <param name="rest">What follows the nasal.</param>
    /// <param name="lost">First letters of a root that the nasal replaces before a vowel.</param>
    /// <param name="kept">First letters of a root before which the nasal stands.</param>
    /// <param name="careless">The one that should have been replaced but is often kept (mengkoordinasikan).</param>
    private void AfterNasal(
        scoped ReadOnlySpan<char> rest, string lost, string kept, char careless, Prefix prefix, Prefix outer, Prefix last, int cost, int depth)
    {
        // Loans lose their p before r as well: pemrosesan.
        if (IsVowel(rest[0]) || (lost == "p" && rest[0] == 'r'))
        {
            if (lost == "k")
            {
                Next(rest, prefix, outer, last, cost, depth);
            }

            Span<char> whole = stackalloc char[rest.Length + 1];
            rest.CopyTo(whole[1..]);
            for (var i = 0; i < lost.Length; i++)
            {
                whole[0] = lost[i];
                Next(whole, prefix, outer, last, cost + (i * 8), depth);
            }
        }
        else if (kept.Contains(rest[0], StringComparison.Ordinal))
        {
            Next(rest, prefix, outer, last, cost + (rest[0] == careless ? 4 : rest[0] is 's' or 'r' or 'l' ? 5 : 0), depth);
        }
    }

    private void Leaf(scoped ReadOnlySpan<char> stem, Prefix outer, int cost, int depth)
    {
        if (stem.Length < 2 || Affix.Cost(outer, _suffix) is not { } suffixCost)
        {
            return;
        }

        var score = cost + suffixCost + _endingCost - (Affix.Letter * stem.Length);
        if (roots.Find(stem) is { } root)
        {
            // One nasal alone is weak evidence: "ninja" is no form of "tinja" just because "nyari" is one of "cari".
            var isWeak = outer == Prefix.Spoken && stem.Length < 5 && (stem[0] is 'p' or 't');
            if ((root.IsBare || isWeak || stem.Length < 3) && (outer != Prefix.None || _suffix != Suffix.None || depth > 0))
            {
                return;
            }

            Keep(root, score + (root.IsRare ? 40 : 0) + (stem.Length < 4 ? 6 : 0));
        }
        else if (Best is null)
        {
            TryCompound(stem, outer, score + 30);
            TryGuess(stem, outer, depth);
        }
    }

    private void Keep(Root root, int score)
    {
        if (score < _score)
        {
            (Best, Rival, _score) = (root, null, score);
        }
        else if (score == _score && root != Best)
        {
            Rival = root;
        }
    }

    private void TryCompound(scoped ReadOnlySpan<char> stem, Prefix outer, int score)
    {
        if (outer == Prefix.None || stem.Length < 8 || score >= _compoundScore)
        {
            return;
        }

        for (var i = 4; i <= stem.Length - 4; i++)
        {
            if (roots.Find(stem[..i]) is { IsBare: false } first && roots.Find(stem[i..]) is { IsBare: false } second)
            {
                (Compound, _compoundScore) = ((first, second), score);
                return;
            }
        }
    }

    private void TryGuess(scoped ReadOnlySpan<char> stem, Prefix outer, int depth)
    {
        var mayStand = outer switch
        {
            Prefix.None => _suffix is Suffix.An or Suffix.Kan || (_suffix == Suffix.None && _endingCost > 0),
            Prefix.Di or Prefix.Me => _suffix != Suffix.An,
            Prefix.Ter or Prefix.Ber or Prefix.Pe => true,
            Prefix.Per or Prefix.Ke => _suffix == Suffix.An,
            _ => false,
        };
        if (!mayStand || stem.Length < ShortestGuess || depth > 1 || !BeginsLikeARoot(stem) || (Guesses ??= []).Count >= GuessLimit)
        {
            return;
        }

        foreach (var guess in Guesses)
        {
            if (stem.SequenceEqual(guess))
            {
                return;
            }
        }

        Guesses.Add(stem.ToString());
    }

    /// <summary>"njaga" or "rtemu" are what is left of a prefix cut in the wrong place.</summary>
    private static bool BeginsLikeARoot(scoped ReadOnlySpan<char> stem) => IsVowel(stem[1]) || stem[0] is not ('n' or 'm' or 'r' or 'l' or 'w' or 'y');

    private static bool IsVowel(char c) => c is 'a' or 'i' or 'u' or 'e' or 'o';
}
