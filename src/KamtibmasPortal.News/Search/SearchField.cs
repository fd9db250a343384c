namespace KamtibmasPortal.News.Search;

/// <summary>Where words are looked for.</summary>
public enum SearchField
{
    /// <summary>Title, body and caption.</summary>
    Text,

    /// <summary>The title alone.</summary>
    Title,

    /// <summary>What publishers put in or took out of a text after it had appeared.</summary>
    Change,
}
