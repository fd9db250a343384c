using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Benchmarks;

/// <summary>
/// Articles from a seed: some 200 words of a vocabulary whose frequencies fall as those of a language do, names, numbers, days and places
/// of their own, over two years; every fifth is a copy of one of the last days, trimmed, retitled or reordered. What they say means nothing.
/// </summary>
internal sealed class StoryGenerator(int seed, int total)
{
    private const int Days = 730;
    private const int Vocabulary = 12_000;

    private static readonly string[] Syllables = ["ba", "bu", "ca", "da", "di", "du", "ga", "gi", "ha", "ja", "ka", "ki", "ku", "la", "li", "lu", "ma", "mi", "na", "ni", "pa", "pi", "ra", "ri", "ru", "sa", "si", "su", "ta", "ti", "tu", "wa", "ya", "ng"];
    private static readonly string[] Small = ["yang", "dan", "di", "dengan", "untuk", "dari", "ini", "pada", "dalam", "itu", "akan", "tidak", "oleh", "telah", "warga", "polisi", "petugas", "kata", "kepada", "setelah"];
    private static readonly string[] Topics = ["narkotika", "kejahatan-jalanan", "bencana", "kemitraan-warga", "unjuk-rasa"];
    private static readonly DateOnly First = new(2024, 1, 1);

#pragma warning disable CA5394 // A seed is what makes the articles the same again.
    private readonly Random _random = new(seed);
    private readonly Dictionary<Guid, Guid> _origins = [];
    private readonly List<Article> _recent = [];
    private int _made;

    /// <summary>Articles in the order of their days.</summary>
    public List<Article> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Make())];

    /// <summary>The share of planted copies that stand in the story of their origin.</summary>
    public double Found(IReadOnlyDictionary<Guid, Guid> stories) =>
        _origins.Count == 0 ? 1 : (double)_origins.Count(o => stories.TryGetValue(o.Key, out var own) && stories.TryGetValue(o.Value, out var origin) && own == origin) / _origins.Count;

    private Article Make()
    {
        var day = First.AddDays((int)((long)_made++ * Days / total));
        var article = _recent.Count > 50 && _random.Next(5) == 0 ? Copy(_recent[_random.Next(_recent.Count)], day) : Fresh(day);
        _recent.Add(article);
        if (_recent.Count > 400)
        {
            _recent.RemoveAt(0);
        }

        return article;
    }

    private Article Fresh(DateOnly day)
    {
        // A few towns make most of the news.
        var region = $"{11 + (int)(Math.Pow(_random.NextDouble(), 2) * 34)}.{1 + (int)(Math.Pow(_random.NextDouble(), 2) * 15):00}";
        var district = $"{region}.{_random.Next(1, 20):00}";
        List<string> names = [.. Enumerable.Range(0, 5).Select(_ => Name())];
        var paragraphs = Enumerable.Range(0, 4).Select(i => Paragraph(names, day, i)).ToList();
        return Article(string.Join(' ', Enumerable.Range(0, 7).Select(_ => Name())), paragraphs, day, [region, district], Topics[_random.Next(Topics.Length)]);
    }

    private Article Copy(Article origin, DateOnly day)
    {
        var paragraphs = origin.Body.Split("\n\n").ToList();
        switch (_random.Next(3))
        {
            case 0:
                paragraphs.RemoveAt(paragraphs.Count - 1);
                break;
            case 1:
                paragraphs.Reverse();
                break;
        }

        var copy = Article(string.Join(' ', Enumerable.Range(0, 6).Select(_ => Name())), paragraphs, day, [.. origin.Tags.Where(t => t.Kind is TagKind.Region).Select(t => t.Key)], origin.Tags.Find(t => t.Kind is TagKind.Topic)!.Key);
        _origins[copy.Id] = _origins.GetValueOrDefault(origin.Id, origin.Id);
        return copy;
    }

    private static Article Article(string title, List<string> paragraphs, DateOnly day, string[] regions, string topic) => new()
    {
        Id = Guid.CreateVersion7(),
        SourceId = Guid.Empty,
        Key = "",
        Publisher = "",
        Title = title,
        Summary = "",
        Body = string.Join("\n\n", paragraphs),
        PublishedDay = day,
        FirstSeenAt = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        ContentSha256 = "",
        Tags = [.. regions.Select((r, i) => new ArticleTag { Kind = TagKind.Region, Key = r, IsMain = i == regions.Length - 1 }), new ArticleTag { Kind = TagKind.Topic, Key = topic, IsMain = true }],
    };

    private string Paragraph(List<string> names, DateOnly day, int number)
    {
        var words = Enumerable.Range(0, 45).Select(i => i % 15 == 7 ? names[_random.Next(names.Count)] : i % 3 == 0 ? Small[_random.Next(Small.Length)] : Word((int)(Math.Pow(_random.NextDouble(), 3) * Vocabulary))).ToList();
        words.Insert(20, $"{_random.Next(3, 900)} {Word(_random.Next(300))}");
        if (number == 0)
        {
            var happened = day.AddDays(-_random.Next(2));
            words.Insert(10, FormattableString.Invariant($"({happened.Day}/{happened.Month}/{happened.Year})"));
        }

        return string.Join(' ', words) + ".";
    }

    private string Name() => Capital(Word(20_000 + _random.Next(60_000)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The same number, the same word.</summary>
    private static string Word(int number)
    {
        var word = "";
        for (number += 40; number > 0; number /= Syllables.Length)
        {
            word += Syllables[number % Syllables.Length];
        }

        return word;
    }
#pragma warning restore CA5394
}
