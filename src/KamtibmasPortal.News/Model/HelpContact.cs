namespace KamtibmasPortal.News.Model;

/// <summary>A number that anybody in the country may call.</summary>
/// <param name="Number">As it is dialled.</param>
/// <param name="Name">Who answers.</param>
/// <param name="Purpose">What for, in words of a page.</param>
/// <param name="Topics">Slugs of the topics it helps with.</param>
/// <param name="AgencyKinds">Kinds of agencies behind it.</param>
/// <param name="Source">Address of the page where it was found.</param>
/// <param name="CheckedOn">When it was found there.</param>
public sealed record HelpContact(string Number, string Name, string Purpose, IReadOnlyList<string> Topics, IReadOnlyList<string> AgencyKinds, string Source, DateOnly CheckedOn);

/// <summary>A province on a map of equal tiles.</summary>
/// <param name="Code">Kemendagri code.</param>
/// <param name="Name">Short name: "Jateng".</param>
/// <param name="Column">From 0, west to east.</param>
/// <param name="Row">From 0, north to south.</param>
public sealed record ProvinceTile(string Code, string Name, int Column, int Row);
