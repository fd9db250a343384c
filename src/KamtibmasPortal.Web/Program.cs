using KamtibmasPortal.Web.Start;
using KamtibmasPortal.Web.Verbs;

args = PortalHost.TakeDefaultEnvironment(args);
return PortalVerbs.IsAsked(args)
    ? await PortalVerbs.RunAsync(args)
    : ServerArguments.FaultOf(args) is { } fault
        ? await PortalVerbs.RefuseAsync([fault])
        : await ExitCodes.GuardAsync(() => PortalServer.RunAsync(args));
