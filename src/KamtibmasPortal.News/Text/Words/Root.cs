namespace KamtibmasPortal.News.Text.Words;

/// <summary>A root as the list has it.</summary>
/// <param name="Word">The root itself.</param>
/// <param name="Terms">What forms of it are found by.</param>
/// <param name="IsRare">Gives way where another root explains a form as well.</param>
/// <param name="IsBare">Takes no affix: a function word or a name.</param>
internal sealed record Root(string Word, string[] Terms, bool IsRare, bool IsBare);
